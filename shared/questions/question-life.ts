import { holdsPost, type Me } from '../core/policy.ts'
import { type Life, leadsTo, staysIn } from '../matters/life.ts'
import { questionLimits } from './question-limits.ts'
import { type Circle, owedStates, type QuestionEvent, type QuestionState } from './question-states.ts'

/** What the life needs to know of a question, at this moment. */
export type QuestionSubject = {
  state: QuestionState
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
  /** Kept for some minutes for somebody else than `me`, who looks whether he may read it. */
  offeredElsewhere: boolean
  /** `me`, or somebody of the same firm, has declared a conflict. */
  conflicted: boolean
  /** It is owed an answer now. */
  owed: boolean
  /** Firms and advisers that the committee of this village pays. */
  paid: readonly string[]
  followUps: number
  suggestion: string | null
  agreed: boolean
  answeredBy: string | null
  /** She has rated the answer. */
  rated: boolean
  /** A text for everybody was offered to her. */
  textOffered: boolean
}

export const questionRelations = ['asker', 'holder', 'taker', 'office', 'justice'] as const
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
  ...(mayTake(me, it) ? (['taker'] as const) : []),
  ...(isOffice(me, it) ? (['office'] as const) : []),
  ...(isOffice(me, it) && !it.conflicted ? (['justice'] as const) : []),
]

/** What can be done to a question, and what the clock does to it. `renew`: his lease, by typing. */
export type QuestionAction =
  | Exclude<QuestionEvent, 'ask'>
  | 'see'
  | 'seeCard'
  | 'renew'
  | 'note'
  | 'rate'
  | 'publish'
  | 'read'

const unless = (problem: 'wrong-state' | 'follow-ups-used' | 'already-claimed', it: boolean) =>
  it ? undefined : problem

/**
 * The whole life of a question, row by row; the drawing in the documents is made from it. Text is seen by who asked, by who
 * holds it now, and by the township with a reason that she reads. Who held it before stands in no relation to it: what he hands in late is
 * kept as his draft.
 */
export const questionLife: Life<QuestionState, QuestionRelation, QuestionSubject, QuestionAction> = {
  relationsOf,
  rows: {
    see: { who: ['asker', 'holder'], looks: true },
    seeCard: { who: ['taker', 'holder'], looks: true },
    claim: {
      who: ['taker'],
      moves: { waiting: 'claimed' },
      instead: { claimed: 'already-claimed' },
      unless: it => unless('already-claimed', !it.offeredElsewhere),
      answers: true,
    },
    pass: { who: ['taker'], moves: { waiting: 'waiting' } },
    renew: { who: ['holder'] },
    release: { who: ['holder'], moves: { claimed: 'waiting' }, answers: true },
    expire: { who: 'clock', moves: { claimed: 'waiting' }, answers: true },
    note: { who: ['holder'] },
    'ask-back': { who: ['holder'], moves: { claimed: 'asked' }, answers: true },
    answer: { who: ['holder'], moves: { claimed: 'answered' }, answers: true },
    reply: { who: ['asker'], moves: { asked: 'waiting' }, answers: true },
    'follow-up': {
      who: ['asker'],
      moves: { answered: 'waiting' },
      unless: it => unless('follow-ups-used', it.followUps < questionLimits.followUps),
      answers: true,
    },
    withdraw: { who: ['asker'], moves: leadsTo('withdrawn', ...owedStates, 'asked'), answers: true },
    danger: { who: ['asker'], moves: leadsTo('waiting', ...owedStates, 'asked', 'answered'), answers: true },
    rate: {
      who: ['asker'],
      unless: it => unless('wrong-state', it.answeredBy !== null && !it.rated),
    },
    agree: {
      who: ['asker'],
      moves: { answered: 'answered' },
      unless: it => unless('wrong-state', it.suggestion !== null && !it.agreed),
    },
    publish: { who: ['asker'], unless: it => unless('wrong-state', it.textOffered) },
    assign: { who: ['office'], moves: leadsTo('waiting', ...owedStates), answers: true },
    read: { who: ['justice'] },
    climb: { who: 'clock', moves: staysIn(...owedStates) },
    hotline: { who: 'clock', moves: staysIn(...owedStates) },
    remind: { who: 'clock', moves: staysIn(...owedStates) },
    // Days off were entered, or taken back: the deadline is reckoned anew.
    days: { who: 'clock', moves: staysIn(...owedStates, 'asked', 'answered') },
    lapse: { who: 'clock', moves: leadsTo('closed', 'asked', 'answered'), answers: true },
  },
}
