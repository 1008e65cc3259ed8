import type { Storage } from '@huiyin/miniapp/src/core/device/platform-shape.ts'

/** Storage as a phone has it: texts that outlive the app. */
export const memory = (texts = new Map<string, string>()): Storage => ({
  read: key => texts.get(key),
  write: (key, text) => void texts.set(key, text),
  erase: key => void texts.delete(key),
  keys: () => [...texts.keys()],
})

/** A clock that only moves when the test moves it, with the timers that hang on it. */
export const hand = () => {
  let now = Date.parse('2026-11-23T02:00:00.000Z')
  let timers: { at: number; work: () => void }[] = []
  const later = (ms: number, work: () => void) => {
    const timer = { at: now + ms, work }
    timers.push(timer)
    return () => {
      timers = timers.filter(it => it !== timer)
    }
  }
  const pass = (ms: number) => {
    now += ms
    const due = timers.filter(it => it.at <= now)
    timers = timers.filter(it => it.at > now)
    for (const { work } of due) work()
  }
  return { now: () => now, later, pass }
}

/** Lets every promise that can go on do so. */
export const settled = () => new Promise(resolve => setImmediate(resolve))
