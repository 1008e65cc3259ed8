import { holdsPost, type Me, type Policy } from '../core/policy.ts'
import type { Circle } from './question-moves.ts'

/** What the policy needs to know of a question, at this moment. */
export type QuestionSubject = {
  askerId: string
  communityId: string
  townshipId: string
  circle: Circle
  /** Somebody it is kept for: who asked back, or was named by the township. Only within the circle `own`. */
  preferredId: string | null
  againstCommittee: boolean
  /** Whose lease runs now; null when none does. */
  holderId: string | null
  /** Whether `me` has held it before. */
  held: boolean
  /** `me`, or somebody of the same firm, has declared a conflict. */
  conflicted: boolean
  /** It is owed an answer now. */
  owed: boolean
  /** Firms and advisers that the committee of this village pays. */
  paid: readonly string[]
}

export const questionRelations = ['asker', 'holder', 'former', 'taker', 'office', 'justice'] as const
export type QuestionRelation = (typeof questionRelations)[number]

/** Whether somebody with these posts may take the question out of the queue now. */
const mayTake = (me: Me, it: QuestionSubject): boolean => {
  if (!it.owed || it.askerId === me.id || it.conflicted) return false
  const justice = holdsPost(me, 'justice', it.townshipId)
  if (it.circle === 'duty') return justice
  if (it.circle === 'township' && justice) return true
  const advises = me.posts.filter(post => post.role === 'adviser' && post.areaPath.split('/').includes(it.townshipId))
  if (advises.length === 0) return false
  if (it.againstCommittee && [me.id, ...advises.map(post => post.unitId)].some(id => id && it.paid.includes(id)))
    return false
  if (it.circle !== 'own') return true
  if (it.preferredId) return it.preferredId === me.id
  return advises.some(post => post.areaId === it.communityId)
}

/** Somebody of the justice office of that township; `justice` is one without a conflict. */
const isOffice = (me: Me, it: QuestionSubject): boolean =>
  it.askerId !== me.id && holdsPost(me, 'justice', it.townshipId)

const relationsOf = (me: Me, it: QuestionSubject): QuestionRelation[] => [
  ...(it.askerId === me.id ? (['asker'] as const) : []),
  ...(it.holderId === me.id ? (['holder'] as const) : []),
  ...(it.holderId !== me.id && it.held ? (['former'] as const) : []),
  ...(mayTake(me, it) ? (['taker'] as const) : []),
  ...(isOffice(me, it) ? (['office'] as const) : []),
  ...(isOffice(me, it) && !it.conflicted ? (['justice'] as const) : []),
]

export type QuestionAction =
  | 'see'
  | 'seeCard'
  | 'claim'
  | 'pass'
  | 'renew'
  | 'release'
  | 'note'
  | 'ask-back'
  | 'answer'
  | 'reply'
  | 'follow-up'
  | 'withdraw'
  | 'danger'
  | 'rate'
  | 'agree'
  | 'publish'
  | 'assign'
  | 'read'

/**
 * Who may do what to a question. Text is seen by who asked, by who holds it now, and by the township with a reason that she
 * reads; a `former` holder may still hand in what he wrote, and has it kept as his draft.
 */
export const questionPolicy: Policy<QuestionSubject, QuestionRelation, QuestionAction> = {
  relationsOf,
  may: {
    see: ['asker', 'holder'],
    seeCard: ['taker', 'holder'],
    claim: ['taker'],
    pass: ['taker'],
    renew: ['holder'],
    release: ['holder'],
    note: ['holder'],
    'ask-back': ['holder'],
    answer: ['holder'],
    reply: ['asker'],
    'follow-up': ['asker'],
    withdraw: ['asker'],
    danger: ['asker'],
    rate: ['asker'],
    agree: ['asker'],
    publish: ['asker'],
    assign: ['office'],
    read: ['justice'],
  },
}
