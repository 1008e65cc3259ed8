import Taro from '@tarojs/taro'
import { say } from '../toast.ts'
import { allowed } from './permission.ts'
import { permissionWords as words } from './permission-words.ts'
import type { Listening } from './platform-shape.ts'

type Manager = {
  start: (how: { duration: number; lang: string }) => void
  stop: () => void
  onRecognize?: (heard: { result: string }) => void
  onStop?: (heard: { result: string }) => void
  onError?: () => void
}

/** WeChat's own dictation plug-in; only one recogniser runs at a time, for at most a minute. */
export const listen = (onText: (text: string) => void, onEnd: () => void): Listening => {
  const plugin = requirePlugin('WechatSI') as { getRecordRecognitionManager: () => Manager }
  const manager = plugin.getRecordRecognitionManager()
  manager.onRecognize = heard => onText(heard.result)
  manager.onStop = heard => {
    if (heard.result) onText(heard.result)
    onEnd()
  }
  manager.onError = () => {
    say(words.broken('record'))
    onEnd()
  }
  let isWanted = true
  const begin = (may: unknown) => {
    if (!isWanted) return
    if (may) manager.start({ duration: 60_000, lang: 'zh_CN' })
    else onEnd()
  }
  // Asked for beforehand: the plug-in would only say that it failed.
  void allowed('record', () => Taro.authorize({ scope: 'scope.record' })).then(begin)
  const stop = () => {
    isWanted = false
    manager.stop()
  }
  return { stop }
}
