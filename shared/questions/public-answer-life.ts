import type { Me } from '../core/policy.ts'
import { type Life, leadsTo } from '../matters/life.ts'
import { isShown, type publicationStates } from './question.ts'

export type PublicAnswerState = (typeof publicationStates)[number]

/** A text for everybody that was offered with an answer. `conflicted`: `me`, or somebody of the same firm. */
export type PublicAnswerSubject = {
  state: PublicAnswerState
  askerId: string
  authorId: string
  conflicted: boolean
  danger: boolean
}

/** `reviewer`: the second pair of eyes, neither author nor asker, and in no conflict with the matter. `reader`: of what is shown, anybody. */
type Relation = 'asker' | 'reviewer' | 'reader'

const relationsOf = (me: Me, it: PublicAnswerSubject): Relation[] => {
  const reads: Relation[] = isShown(it.state) ? ['reader'] : []
  if (it.askerId === me.id) return ['asker', ...reads]
  return it.authorId !== me.id && !it.conflicted ? ['reviewer', ...reads] : reads
}

/** Nothing of a question in danger becomes public. */
const notInDanger = (it: PublicAnswerSubject) => (it.danger ? 'wrong-state' : undefined)

/**
 * The life of a text for everybody: her consent, then a second person's; what is taken back is gone. A complaint hides it until a
 * second person has looked again.
 */
export const publicAnswerLife: Life<
  PublicAnswerState,
  Relation,
  PublicAnswerSubject,
  'approve' | 'refuse' | 'withdraw' | 'review' | 'show' | 'turn-down' | 'complain' | 'restore' | 'take-down'
> = {
  relationsOf,
  rows: {
    see: { who: ['asker', 'reviewer', 'reader'], looks: true },
    review: { who: ['reviewer'], looks: true },
    approve: { who: ['asker'], moves: { offered: 'approved' }, unless: notInDanger },
    refuse: { who: ['asker'], moves: { offered: 'refused' } },
    withdraw: { who: ['asker'], moves: leadsTo('withdrawn', 'approved', 'public', 'hidden') },
    show: { who: ['reviewer'], moves: { approved: 'public' }, unless: notInDanger },
    complain: { who: ['reader'], moves: leadsTo('hidden', 'public', 'hidden') },
    restore: { who: ['reviewer'], moves: { hidden: 'public' }, unless: notInDanger },
    'take-down': { who: ['reviewer'], moves: { hidden: 'withdrawn' } },
    'turn-down': { who: ['reviewer'], moves: { approved: 'refused' }, unless: notInDanger },
  },
}
