import Taro from '@tarojs/taro'

export type Speaking = { stop: () => void }
/** Reads these aloud, one after another. `onEnd` hears whether all was read. */
export type Speak = (sentences: readonly string[], onEnd: (read: boolean) => void) => Speaking

type Plugin = {
  textToSpeech: (ask: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (made: { filename: string }) => void
    fail: () => void
  }) => void
}

/** The plug-in takes 1,000 bytes at a time; a character is three. */
const most = 300
const pieces = (sentences: readonly string[]): string[] =>
  sentences.flatMap(it => it.match(new RegExp(`[\\s\\S]{1,${most}}`, 'g')) ?? [])

/** WeChat's plug-in makes sound of text on its own servers, so nothing confidential goes there. */
const speak: Speak = (sentences, onEnd) => {
  const plugin = requirePlugin('WechatSI') as Plugin
  const audio = Taro.createInnerAudioContext()
  const left = pieces(sentences)
  let isOver = false
  const end = (read: boolean) => {
    if (isOver) return
    isOver = true
    audio.destroy()
    onEnd(read)
  }
  const next = () => {
    const content = left.shift()
    if (content === undefined) return end(true)
    const play = ({ filename }: { filename: string }) => {
      if (isOver) return
      audio.src = filename
      audio.play()
    }
    plugin.textToSpeech({ lang: 'zh_CN', tts: true, content, success: play, fail: () => end(false) })
  }
  audio.onEnded(next)
  audio.onError(() => end(false))
  next()
  const stop = () => {
    isOver = true
    audio.destroy()
  }
  return { stop }
}

export const speakerFor = (confidential: boolean): Speak | undefined =>
  VOICE_PLUGIN && !confidential ? speak : undefined

/** When another answer may come of `speakerFor`: never, in WeChat. */
export const followVoices = (_changed: () => void) => () => undefined
