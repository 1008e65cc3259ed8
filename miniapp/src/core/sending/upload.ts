import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import type { Storage } from '../device/platform-shape.ts'
import { isOffline, problemOf } from './trouble.ts'

const key = 'uploads'
/** Files on the line at the same time; more only makes each of them slower. */
const atOnce = 2
/** Milliseconds before the next try of a file that the network dropped. */
const retryWaits = [2_000, 6_000, 20_000, 60_000]

export type Upload = {
  id: string
  /** Path of the route that takes it, with `:id`; where photos of reports go when absent. */
  to?: string | undefined
  state: 'waiting' | 'sending' | 'sent' | 'failed'
  /** 0–100. */
  progress: number
  problem?: Problem | undefined
}

type Needs = {
  storage: Storage
  /** Sends one kept file; throws a `Trouble`. */
  send: (id: string, onProgress: (percent: number) => void, to: string | undefined) => Promise<void>
  later: (ms: number, work: () => void) => () => void
}

/** Not each of the hundred reports that a phone gives: drawing costs more than it tells. */
const isStep = (upload: Upload, progress: number) => upload.state === 'sending' && progress - upload.progress >= 5

/** What lies in storage: the bare id of a photo of a report, or a file with where it goes. */
type Left = string | { id: string; to: string }
const toLeft = ({ id, to }: Upload): Left => (to ? { id, to } : id)
const fromLeft = (left: Left): Upload => ({
  ...(typeof left === 'string' ? { id: left } : left),
  state: 'waiting',
  progress: 0,
})

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
    uploads.set(upload.id, { to: uploads.get(upload.id)?.to, ...upload })
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
    const count = tries.get(id) ?? 0
    const pause = isOffline(reason) ? retryWaits[Math.min(count, retryWaits.length - 1)] : undefined
    tries.set(id, count + 1)
    put({ id, state: 'failed', progress: 0, problem: problemOf(reason) })
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
    if (!has(id)) return
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
    put({ id, to, state: 'waiting', progress: 0 })
    run()
  }

  /** Goes on with everything that is not sent: at launch and when the network returns. */
  const resume = () => {
    for (const { id, state, problem } of all()) if (state === 'failed' && problem?.code === 'offline') retry(id)
    run()
  }

  /** All that are not sent yet. */
  const ids = (): string[] => all().map(it => it.id)

  return { add, retry, resume, forget, ids, get, subscribe }
}
