import type { Crash } from '@huiyin/shared/crashes/crash.ts'
import { crashLimits as limits } from '@huiyin/shared/crashes/crash-limits.ts'
import { crashFrame, crashKinds } from '@huiyin/shared/crashes/crash-names.ts'
import type { Storage } from '../device/platform-shape.ts'

const key = 'crashes'

type Needs = {
  storage: Pick<Storage, 'read' | 'write'>
  now: () => number
  later: (ms: number, work: () => void) => unknown
  /** Path of the page on screen. */
  page: () => string
  /** May fail: then nobody hears of these. */
  send: (crashes: Crash[]) => Promise<unknown>
}

/** Chrome writes `at open (https://host/home/index.js:1:23)`, iOS `open@https://host/home/index.js:1:23`. */
const nameAt = /^(?:at )?([\w$.<>]+)(?: \(|@)/
const placeAt = /(?:\w+:\/\/[^/\s]+\/)?([\w./-]+\.js)(?:\?[^:\s]*)?(:\d+:\d+)\)?$/

const frameOf = (line: string): string[] => {
  const [, name = ''] = nameAt.exec(line.trim()) ?? []
  const [, file = '', place = ''] = placeAt.exec(line.trim()) ?? []
  const frame = `${name}@${file}${place}`
  return crashFrame.test(frame) ? [frame] : []
}

/** What may be told of something that was thrown: its message may hold anybody's words, so it is no part of it. */
const crashOf = (thrown: unknown, page: string): Crash => {
  const { name = '', stack = '' } = typeof thrown === 'string' ? { stack: thrown } : ((thrown ?? {}) as Partial<Error>)
  // The particular names first: each of them ends in the general one.
  const kind = crashKinds.slice(1).find(it => name === it || stack.includes(`${it}:`)) ?? 'Error'
  return { kind, page, frames: stack.split('\n').flatMap(frameOf).slice(0, limits.frames) }
}

/**
 * Tells the operator of errors that nobody expected, each once in a life of the app: a few at a time, few in a day, and never again what
 * could not be sent. Never throws.
 */
export const createCrashes = ({ storage, now, later, page, send }: Needs) => {
  const known = new Set<string>()
  const waiting: Crash[] = []

  const mayTell = () => {
    const day = Math.floor(now() / 86_400_000)
    const [since, count] = (storage.read(key) ?? '').split(' ').map(Number)
    const told = since === day ? (count ?? 0) : 0
    if (told >= limits.perPhoneAndDay) return false
    storage.write(key, `${day} ${told + 1}`)
    return true
  }

  const flush = () => {
    const batch = waiting.splice(0, limits.perBatch)
    // Nobody is waiting for it, and no network is no loop.
    void send(batch).catch(() => undefined)
    if (waiting.length > 0) later(limits.waitMs, flush)
  }

  const tell = (thrown: unknown) => {
    const crash = crashOf(thrown, page())
    const print = JSON.stringify(crash)
    if (known.has(print) || !mayTell()) return
    known.add(print)
    waiting.push(crash)
    if (waiting.length === 1) later(limits.waitMs, flush)
  }

  return (thrown: unknown): void => {
    // Refused, or no network: that is no error of the program, and she has been told.
    if ((thrown as { problem?: unknown } | undefined)?.problem) return
    try {
      tell(thrown)
    } catch {
      // There is nobody left to tell.
    }
  }
}
