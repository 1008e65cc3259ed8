import type { Template } from '@huiyin/shared/alerts/alert-kind.ts'
import Taro from '@tarojs/taro'
import { messageWords as words } from './message-words.ts'
import { requestPermits } from './permits.ts'
import { messagesOff } from './sending/wire.ts'
import { say } from './toast.ts'

/** WeChat's number for: she has switched all messages off. */
const switchedOff = 20_004

/** Whether they are on again. By callbacks: WeChat's settings open only in a tap, and a button of its own dialog is one. */
const offerSettings = () =>
  new Promise<boolean>(resolve => {
    const no = () => resolve(false)
    const open = () =>
      Taro.openSetting({
        withSubscriptions: true,
        success: ({ subscriptionsSetting }) => resolve(subscriptionsSetting?.mainSwitch === true),
        fail: no,
      })
    Taro.showModal({ ...words.off, success: ({ confirm }) => void (confirm ? open() : no()), fail: no })
  })

/** Leads to the settings, where nothing else helps: by itself once, until messages are on again; whenever she meant to ask. */
const notAsked = async ({ errCode }: { errCode?: number }, meant: boolean) => {
  if (errCode !== switchedOff) return meant ? say(words.failed) : undefined
  if (!meant && messagesOff.isTold()) return
  messagesOff.keepTold()
  if (await offerSettings()) say(words.on)
}

const asked = (said: readonly string[], meant: boolean) => {
  messagesOff.forget()
  if (meant && said.length > 0 && !said.includes('accept')) say(words.refused)
}

/**
 * Asks for one more message of each template. Must stand in the tap itself, before any `await`. Resolves when the pop-up is
 * gone, whatever she chose: nothing ever depends on her answer. `meant`: she tapped for nothing else, and is told when it did not work.
 */
export const askPermits = (wanted: Template[], { meant = false } = {}): Promise<void> =>
  requestPermits(wanted).then(
    results => asked(Object.values(results), meant),
    failed => notAsked(failed ?? {}, meant),
  )
