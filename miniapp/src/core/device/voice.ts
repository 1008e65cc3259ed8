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
  manager.onError = onEnd
  manager.start({ duration: 60_000, lang: 'zh_CN' })
  return { stop: () => manager.stop() }
}
