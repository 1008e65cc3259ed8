import type { Address } from '@huiyin/shared/core/address.ts'
import type { Draft, Drafts } from './drafts.ts'
import { isOffline, problemOf } from './trouble.ts'

/** Milliseconds until the next try while something waits for the network. */
const tryAgain = 20_000

/** Something that is written on a page of its own and leaves by itself once there is a network. */
export type Writing = {
  send: (draft: Draft) => Promise<unknown>
  /** What of a form that went out may stay on the phone; all of it unless said. */
  remains?: (form: unknown) => unknown
  isBlank: (form: unknown) => boolean
  compose: Address
  receipt: Address<{ id: string }>
}

type Needs = {
  drafts: Drafts
  /** How each kind of draft is sent; the answer is kept with it. */
  writings: Record<string, Pick<Writing, 'send' | 'remains'>>
  now: () => number
  later: (ms: number, work: () => void) => () => void
}

/** Refused only for now: it waits for the network, or for its turn. */
const isForNow = (failed: unknown) => {
  const { status } = problemOf(failed)
  return isOffline(failed) || status === 0 || status === 401 || status === 429
}

/** What the phone does not know how to send (any more) goes. */
const sendOne = async ({ drafts, writings, now }: Needs, draft: Draft) => {
  const writing = writings[draft.kind]
  if (!writing) return drafts.erase(draft.id)
  const answer = await writing.send(draft)
  const form = writing.remains?.(draft.form) ?? draft.form
  drafts.save({ ...draft, form, state: 'sent', answer, problem: undefined, savedAt: now() })
}

/** Submitted drafts leave in the order of submission, by themselves, as soon as the network lets them. */
export const createOutbox = (needs: Needs) => {
  const { drafts, now, later } = needs
  let running: Promise<void> | undefined
  let cancelRetry: (() => void) | undefined

  const sendQueued = async () => {
    for (;;) {
      const next = drafts.list().find(draft => draft.state === 'queued')
      if (!next) return
      try {
        await sendOne(needs, next)
      } catch (failed) {
        const wait = isForNow(failed)
        drafts.save({ ...next, state: wait ? 'queued' : 'refused', problem: problemOf(failed) })
        if (!wait) continue
        cancelRetry = later(tryAgain, () => void sendAll())
        return
      }
    }
  }

  const sendAll = () => {
    cancelRetry?.()
    running ??= sendQueued().finally(() => {
      running = undefined
    })
    return running
  }

  /** Stored first, sent after: a kill between the two loses nothing. What the phone cannot store is sent all the same. */
  const submit = (draft: Pick<Draft, 'id' | 'kind' | 'form'>) => {
    drafts.save({ ...draft, state: 'queued', savedAt: now() })
    return sendAll()
  }

  return { submit, sendAll }
}
