import { createKeeping, type Keeping } from '@huiyin/miniapp/src/core/device/keeping.ts'
import type { Storage } from '@huiyin/miniapp/src/core/device/platform-shape.ts'

/** Storage as a phone has it: texts that outlive the app. */
export const texts = (all = new Map<string, string>()): Storage => ({
  read: key => all.get(key),
  write: (key, text) => void all.set(key, text),
  erase: key => void all.delete(key),
  keys: () => [...all.keys()],
})

export const memory = (all = new Map<string, string>()): Keeping => createKeeping(texts(all))

/** Storage of a phone that has no room left, or where nothing works any more. */
export const fullStorage = (all = new Map<string, string>()): Storage => ({
  ...texts(all),
  write: () => {
    throw new Error('setStorageSync:fail exceed storage max size 10Mb')
  },
})

const broken = () => {
  throw new Error('storage:fail')
}
export const brokenStorage: Storage = { read: broken, write: broken, erase: broken, keys: broken }

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
