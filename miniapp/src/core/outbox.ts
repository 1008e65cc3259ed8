import type { Draft, Drafts } from './drafts.ts'
import { isOffline, problemOf } from './trouble.ts'

/** Milliseconds until the next try while something waits for the network. */
const tryAgain = 20_000

type Needs = {
  drafts: Drafts
  /** How each kind of draft is sent; the answer is kept with it. */
  senders: Record<string, (draft: Draft) => Promise<unknown>>
  /** What of a form that went out stays for the receipt; all of it where a kind is not named. */
  remains?: Record<string, (form: unknown) => unknown>
  now: () => number
  later: (ms: number, work: () => void) => () => void
}

/** Submitted drafts leave in the order of submission, by themselves, as soon as the network lets them. */
export const createOutbox = ({ drafts, senders, remains = {}, now, later }: Needs) => {
  let running: Promise<void> | undefined
  let cancelRetry: (() => void) | undefined

  const sendOne = async (draft: Draft) => {
    const send = senders[draft.kind]
    if (!send) return drafts.erase(draft.id)
    const answer = await send(draft)
    const form = remains[draft.kind]?.(draft.form) ?? draft.form
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
