import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import type { Keeping } from '../device/keeping.ts'
import { createListeners } from '../follow.ts'

/** Milliseconds from the last input to the saved draft. */
const saveAfter = 400
/** Milliseconds that a draft which went out stays on the phone for its receipt. */
const keepSent = 24 * 3600_000
const prefix = 'draft.'

/**
 * Something she is writing. `queued`: submitted, on its way or waiting for the network. `refused`: the server said no and
 * `problem` says why. `sent`: `answer` is the server's.
 */
export type Draft<F = unknown> = {
  id: string
  kind: string
  form: F
  state: 'writing' | 'queued' | 'refused' | 'sent'
  savedAt: number
  problem?: Problem | undefined
  answer?: unknown
}

type Needs = {
  storage: Keeping
  now: () => number
  /** Runs `work` after `ms`; the answer cancels. */
  later: (ms: number, work: () => void) => () => void
}

const parsed = (text: string | undefined): Draft | undefined => {
  try {
    return text ? (JSON.parse(text) as Draft) : undefined
  } catch {
    // Cut off by a kill of the app in the middle of writing: there is nothing in it that could be shown.
    return undefined
  }
}

/** One key of the storage for each draft; what is in memory is at most `saveAfter` ahead of it. */
const createStore = ({ storage, now, later }: Needs) => {
  const unsaved = new Map<string, { draft: Draft; cancel: () => void }>()
  const { subscribe, tellAll } = createListeners()

  const settle = (id: string, write: () => void) => {
    unsaved.get(id)?.cancel()
    unsaved.delete(id)
    write()
    tellAll()
  }
  const save = (draft: Draft) => settle(draft.id, () => storage.write(prefix + draft.id, JSON.stringify(draft)))
  const erase = (id: string) => settle(id, () => storage.erase(prefix + id))

  const get = (id: string): Draft | undefined => unsaved.get(id)?.draft ?? parsed(storage.read(prefix + id))

  /** Takes what she just typed; it is in storage `saveAfter` after the last call, or at the next `flush`. */
  const write = <F>(kind: string, id: string, form: F) => {
    unsaved.get(id)?.cancel()
    const draft: Draft<F> = { id, kind, form, state: 'writing', savedAt: now() }
    unsaved.set(id, { draft, cancel: later(saveAfter, () => save(draft)) })
  }

  const flush = () => {
    for (const { draft } of [...unsaved.values()]) save(draft)
  }

  /** Whether it would still be there after a kill of the app. */
  const isKept = (id: string) => storage.isKept(prefix + id)

  /** Whether something that she writes lies in memory alone. */
  const mayBeLost = () =>
    storage.unkept().some(key => key.startsWith(prefix) && get(key.slice(prefix.length))?.state === 'writing')

  return { get, isKept, mayBeLost, write, save, flush, erase, subscribe }
}

export const createDrafts = (needs: Needs) => {
  const { storage, now } = needs
  const store = createStore(needs)

  const list = (): Draft[] =>
    storage
      .keys()
      .filter(key => key.startsWith(prefix))
      .map(key => store.get(key.slice(prefix.length)))
      .filter(draft => draft !== undefined)
      .sort((one, other) => one.savedAt - other.savedAt)

  /** The newest unfinished draft of this kind, or a fresh one under `id`. */
  const open = <F>(kind: string, id: string, blank: F): Draft<F> => {
    const left = list().filter(draft => draft.kind === kind && (draft.state === 'writing' || draft.state === 'refused'))
    return (left[left.length - 1] as Draft<F>) ?? { id, kind, form: blank, state: 'writing', savedAt: now() }
  }

  /** Clears away yesterday's receipts that `isOver` lets go; answers what was cleared. */
  const eraseOld = (isOver: (draft: Draft) => boolean) => {
    const old = list().filter(draft => draft.state === 'sent' && draft.savedAt < now() - keepSent && isOver(draft))
    for (const { id } of old) store.erase(id)
    return old
  }

  return { ...store, list, open, eraseOld }
}

export type Drafts = ReturnType<typeof createDrafts>
