/** WeChat lets some functions run only while a person's tap is being handled. */
export interface TapState {
  live(): boolean
  /**
   * Runs `work` in a macrotask of its own, with or without the tap, and settles when its microtasks are done.
   * `ios15`: promises are timers there, so the tap is over when `work` returns.
   */
  macrotask(tap: boolean, work: () => void): Promise<void>
}

export function makeTapState(ios15: boolean): TapState {
  let live = false
  return {
    live: () => live,
    macrotask: (tap, work) =>
      new Promise(done => {
        setImmediate(() => {
          live = tap
          try {
            work()
          } finally {
            if (ios15) live = false
          }
        })
        // Node empties the microtasks between two immediates: this one is the end of the macrotask.
        setImmediate(() => {
          live = false
          done()
        })
      }),
  }
}

export const tapOnly = [
  'requestSubscribeMessage',
  'openSetting',
  'openCustomerServiceChat',
  'addPhoneCalendar',
  'addPhoneRepeatCalendar',
  'openAppAuthorizeSetting',
  'shareFileMessage',
  'openEmbeddedMiniProgram',
  'openOfficialAccountArticle',
  'openOfficialAccountProfile',
  'exitMiniProgram',
]

/** Callbacks of these functions still count as the tap that called them. */
export const tapHeirs = ['request', 'downloadFile', 'getSetting']
/** Their buttons are taps themselves. */
export const tapGivers = ['showModal', 'showActionSheet']
