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

/** Submitted drafts leave in the order of submission, by themselves, as soon as the network lets them. */
export const createOutbox = ({ drafts, writings, now, later }: Needs) => {
  let running: Promise<void> | undefined
  let cancelRetry: (() => void) | undefined

  const sendOne = async (draft: Draft) => {
    const writing = writings[draft.kind]
    if (!writing) return drafts.erase(draft.id)
    const answer = await writing.send(draft)
    const form = writing.remains?.(draft.form) ?? draft.form
    drafts.save({ ...draft, form, state: 'sent', answer, problem: undefined, savedAt: now() })
  }

  const sendQueued = async () => {
    for (;;) {
      const next = drafts.list().find(draft => draft.state === 'queued')
      if (!next) return
      try {
        await sendOne(next)
      } catch (failed) {
        const problem = problemOf(failed)
        if (isOffline(failed) || problem.status === 0 || problem.status === 401 || problem.status === 429) {
          drafts.save({ ...next, problem })
          cancelRetry = later(tryAgain, () => void sendAll())
          return
        }
        drafts.save({ ...next, state: 'refused', problem })
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

  /** Stored first, sent after: a kill between the two loses nothing. */
  const submit = (draft: Pick<Draft, 'id' | 'kind' | 'form'>) => {
    drafts.save({ ...draft, state: 'queued', savedAt: now() })
    return sendAll()
  }

  return { submit, sendAll }
}
