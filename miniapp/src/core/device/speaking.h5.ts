import type { Speak } from './speaking.ts'

const voices = () => window.speechSynthesis?.getVoices() ?? []
const chinese = (local: boolean) => voices().find(it => /^zh\b|^cmn\b/i.test(it.lang) && (it.localService || !local))

const speakWith =
  (local: boolean): Speak =>
  (sentences, onEnd) => {
    const { speechSynthesis } = window
    let isOver = false
    const end = (read: boolean) => {
      if (isOver) return
      isOver = true
      onEnd(read)
    }
    speechSynthesis.cancel()
    sentences.forEach((sentence, index) => {
      const spoken = Object.assign(new SpeechSynthesisUtterance(sentence), { lang: 'zh-CN', rate: 0.9 })
      spoken.voice = chinese(local) ?? null
      if (index === sentences.length - 1) spoken.onend = () => end(true)
      spoken.onerror = () => end(false)
      speechSynthesis.speak(spoken)
    })
    const stop = () => {
      isOver = true
      speechSynthesis.cancel()
    }
    return { stop }
  }

const anyVoice = speakWith(false)
const ownVoice = speakWith(true)

/** What is confidential is read only by a voice that lives in this device. */
export const speakerFor = (confidential: boolean): Speak | undefined =>
  chinese(confidential) && (confidential ? ownVoice : anyVoice)

/** Browsers learn of their voices a little after the page opens. */
export const followVoices = (changed: () => void) => {
  window.speechSynthesis?.addEventListener?.('voiceschanged', changed)
  return () => window.speechSynthesis?.removeEventListener?.('voiceschanged', changed)
}
