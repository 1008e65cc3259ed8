import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import type { Storage } from '../device/platform-shape.ts'
import { isOffline, phoneProblem, problemOf } from './trouble.ts'

const key = 'uploads'
/** Files on the line at the same time: more would share a slow line, and each of them be late. */
const atOnce = 1
/** Milliseconds before the next try of a file that the network dropped. */
const retryWaits = [2_000, 6_000, 20_000, 60_000]

/** After so many milliseconds nobody waits for it any more, here or there. */
const awaited = photoLimits.awaitedDays * 86_400_000

/** `failed`: it goes better another time. `refused`: it never will, and is not sent again. */
export type Upload = {
  id: string
  /** Path of the route that takes it, with `:id`; where photos of reports go when absent. */
  to?: string | undefined
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'refused'
  /** 0–100. */
  progress: number
  problem?: Problem | undefined
  /** When it was chosen; epoch milliseconds. */
  since?: number | undefined
}

type Needs = {
  storage: Storage
  /** Sends one kept file; throws a `Trouble`. */
  send: (id: string, onProgress: (percent: number) => void, to: string | undefined) => Promise<void>
  later: (ms: number, work: () => void) => () => void
  now: () => number
}

/** Not each of the hundred reports that a phone gives: drawing costs more than it tells. */
const isStep = (upload: Upload, progress: number) => upload.state === 'sending' && progress - upload.progress >= 5

/** No other answer will come, however often it is sent: the bytes are wrong, or gone. */
const isForGood = ({ code, status }: Problem) =>
  code === 'photo-lost' || (status >= 400 && status < 500 && ![401, 408, 429].includes(status))
const isForNow = (failed: unknown) => isOffline(failed) || problemOf(failed).status === 429

/** What lies in storage: a file with where it goes, and why it never will; of earlier versions the bare id of a photo. */
type Left = string | Pick<Upload, 'id' | 'to' | 'since' | 'problem'>
const toLeft = ({ id, to, since, state, problem }: Upload): Left => ({
  ...{ id, to, since },
  ...(state === 'refused' && { problem }),
})
const fromLeft = (left: Left): Upload => {
  const kept = typeof left === 'string' ? { id: left } : left
  return { ...kept, state: 'problem' in kept && kept.problem ? 'refused' : 'waiting', progress: 0 }
}

/** The files that are not there yet: in storage after every change, and whoever shows them hears of it. */
const createQueue = (storage: Storage) => {
  const uploads = new Map<string, Upload>()
  const listeners = new Set<() => void>()
  const left: Left[] = JSON.parse(storage.read(key) ?? '[]')
  for (const upload of left.map(fromLeft)) uploads.set(upload.id, upload)

  const save = () => {
    const unsent = [...uploads.values()].filter(it => it.state !== 'sent')
    storage.write(key, JSON.stringify(unsent.map(toLeft)))
    for (const listener of [...listeners]) listener()
  }

  const put = (upload: Upload) => {
    const { to, since } = uploads.get(upload.id) ?? {}
    uploads.set(upload.id, { to, since, ...upload })
    save()
  }

  const forget = (id: string) => {
    uploads.delete(id)
    save()
  }

  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  /** A file that is not in the queue any more was sent in an earlier life of the app. */
  const get = (id: string): Upload => uploads.get(id) ?? { id, state: 'sent', progress: 100 }

  return { put, forget, subscribe, get, has: (id: string) => uploads.has(id), all: () => [...uploads.values()] }
}

/** Each on its own, few at once, and again after a pause when the network dropped it. */
const createSending = ({ put, get, has, all }: ReturnType<typeof createQueue>, { send, later }: Needs) => {
  const tries = new Map<string, number>()

  const failed = (id: string, reason: unknown) => {
    if (!has(id)) return
    const problem = problemOf(reason)
    if (isForGood(problem)) return put({ id, state: 'refused', progress: 0, problem })
    const count = tries.get(id) ?? 0
    const pause = isForNow(reason) ? retryWaits[Math.min(count, retryWaits.length - 1)] : undefined
    tries.set(id, count + 1)
    put({ id, state: 'failed', progress: 0, problem })
    if (pause) later(pause, () => get(id).state === 'failed' && retry(id))
  }

  const start = async (id: string) => {
    put({ id, state: 'sending', progress: 0 })
    try {
      await send(id, progress => isStep(get(id), progress) && put({ id, state: 'sending', progress }), get(id).to)
      if (has(id)) put({ id, state: 'sent', progress: 100 })
    } catch (reason) {
      failed(id, reason)
    }
    run()
  }

  const run = () => {
    const free = atOnce - all().filter(it => it.state === 'sending').length
    const waiting = all().filter(it => it.state === 'waiting')
    for (const upload of waiting.slice(0, Math.max(0, free))) void start(upload.id)
  }

  const retry = (id: string) => {
    if (!has(id) || get(id).state === 'refused') return
    put({ id, state: 'waiting', progress: 0 })
    run()
  }

  return { run, retry }
}

/** Every file travels on its own, with its own bar and its own retries, and goes on after a kill. */
export const createUploads = (needs: Needs) => {
  const queue = createQueue(needs.storage)
  const { run, retry } = createSending(queue, needs)
  const { put, get, all, forget, subscribe } = queue

  const add = (id: string, to?: string) => {
    put({ id, to, since: needs.now(), state: 'waiting', progress: 0 })
    run()
  }

  /** What has waited too long is not sent any more. */
  const giveUp = () => {
    for (const { id, state, since } of all())
      if (state !== 'refused' && since !== undefined && needs.now() - since > awaited)
        put({ id, state: 'refused', progress: 0, problem: phoneProblem('photo-expired') })
  }

  /** Goes on with everything that is not sent: at launch and when the network returns. */
  const resume = () => {
    giveUp()
    for (const { id, state, problem } of all()) if (state === 'failed' && isForNow({ problem })) retry(id)
    run()
  }

  /** All that are not sent yet. */
  const ids = (): string[] => all().map(it => it.id)

  return { add, retry, resume, forget, ids, get, subscribe }
}
