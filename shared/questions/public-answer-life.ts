import type { Me } from '../core/policy.ts'
import { type Life, leadsTo } from '../matters/life.ts'
import type { publicationStates } from './question.ts'

export type PublicAnswerState = (typeof publicationStates)[number]

/** A text for everybody that was offered with an answer. `conflicted`: `me`, or somebody of the same firm. */
export type PublicAnswerSubject = {
  state: PublicAnswerState
  askerId: string
  authorId: string
  conflicted: boolean
  danger: boolean
}

/** `reviewer`: the second pair of eyes, neither author nor asker, and in no conflict with the matter. */
type Relation = 'asker' | 'reviewer'

const relationsOf = (me: Me, it: PublicAnswerSubject): Relation[] => {
  if (it.askerId === me.id) return ['asker']
  return it.authorId !== me.id && !it.conflicted ? ['reviewer'] : []
}

/** Nothing of a question in danger becomes public. */
const notInDanger = (it: PublicAnswerSubject) => (it.danger ? 'wrong-state' : undefined)

/** The life of a text for everybody: her consent, then a second person's; what is taken back is gone. */
export const publicAnswerLife: Life<
  PublicAnswerState,
  Relation,
  PublicAnswerSubject,
  'approve' | 'refuse' | 'withdraw' | 'review' | 'show' | 'turn-down'
> = {
  relationsOf,
  rows: {
    see: { who: ['asker', 'reviewer'], looks: true },
    review: { who: ['reviewer'], looks: true },
    approve: { who: ['asker'], moves: { offered: 'approved' }, unless: notInDanger },
    refuse: { who: ['asker'], moves: { offered: 'refused' } },
    withdraw: { who: ['asker'], moves: leadsTo('withdrawn', 'approved', 'public') },
    show: { who: ['reviewer'], moves: { approved: 'public' }, unless: notInDanger },
    'turn-down': { who: ['reviewer'], moves: { approved: 'refused' }, unless: notInDanger },
  },
}
