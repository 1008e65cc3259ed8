import { daysChanged, leasesDue, questionsDue } from '@huiyin/db/questions/clock-queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import { dropOldDrafts } from '@huiyin/db/questions/text-queries.ts'
import { owedDue, remindedDue } from '@huiyin/shared/questions/question-clock.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import type { Circle } from '@huiyin/shared/questions/question-states.ts'
import { type Clock, oneByOne } from '../core/clock-hand.ts'
import type { House } from '../core/context.ts'
import type { Outside } from '../core/outside.ts'
import { type Standing, type Step, take } from './clock-step.ts'
import { circleFrom, ownerIn } from './counsel.ts'
import { expireLease } from './expire-lease.ts'
import { followDays } from './follow-days.ts'
import { tellAsker } from './notices.ts'
import { type QuestionHand, takeUp } from './take-up.ts'
import { tellCircle } from './tell-circle.ts'

const noPerson = { id: '00000000-0000-0000-0000-000000000000', posts: [] }

const each = (step: (house: House, hand: QuestionHand) => Promise<boolean>): Clock['takeUp'] =>
  oneByOne(async (house, id) => step(house, await takeUp({ ...house, me: noPerson }, id)))

/** Drafts that nobody has touched for long. */
export const clearOldDrafts = ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<void> =>
  dropOldDrafts(db, new Date(now().getTime() - questionLimits.draftDays * 86_400_000))

const dueStep = (standing: Standing, question: QuestionRow, now: Date): Step => {
  if (question.dueFor === 'lapse') return lapse(standing, question)
  if (question.dueFor === 'climb') return escalate(standing, question, now)
  return debt(standing, question, now)
}

const lapse = ({ facts }: Standing, question: QuestionRow): Step => ({
  event: 'lapse',
  patch: { dueAt: null, dueFor: null },
  notices: tellAsker(question.askerId, 'question-closed', facts),
})

/** The next circle; past the whole term straight to the township, which the hotline's step then tells; in danger back to the duty person. */
const escalate = ({ candidates, facts, term, hotlineTold }: Standing, question: QuestionRow, now: Date): Step => {
  const isOver = question.answerBy <= now
  const wider: Circle = isOver || question.circle !== 'own' ? 'township' : 'pool'
  const circle = circleFrom(candidates, question.danger, wider)
  return {
    event: 'climb',
    patch: {
      circle,
      preferredId: null,
      ownerId: ownerIn(candidates, circle)?.personId ?? question.ownerId,
      ...(isOver && hotlineTold ? remindedDue({ ...term, from: now }) : owedDue(term, circle)),
    },
    notices: question.state === 'waiting' && (!isOver || hotlineTold) ? tellCircle(candidates, circle, facts) : [],
  }
}

/** The term is over, or half of another: she is told once of 12348; whoever owes the answer is told each time. */
const debt = ({ candidates, facts, term, hotlineTold }: Standing, question: QuestionRow, now: Date): Step => ({
  event: question.dueFor === 'hotline' ? 'hotline' : 'remind',
  patch: remindedDue({ ...term, from: now }),
  notices: [
    ...(question.dueFor === 'hotline' && !hotlineTold ? tellAsker(question.askerId, 'question-hotline', facts) : []),
    ...tellCircle(candidates, 'township', facts),
  ],
})

/**
 * The clock's own verbs: leases that ran out end; what nobody has answered goes on to more people, then she is told of the hotline
 * while we stay in debt and are reminded; what waits for her word ends in the end. A step holds only if the question still stands
 * where it stood.
 */
export const questionClocks: readonly Clock[] = [
  { name: 'question-days', due: daysChanged, takeUp: each(followDays) },
  { name: 'question-leases', due: leasesDue, takeUp: each(expireLease) },
  {
    name: 'question-deadlines',
    due: questionsDue,
    takeUp: each(async (house, hand) =>
      hand.question.dueAt !== null && hand.question.dueAt <= house.now ? take(house, hand, dueStep) : false,
    ),
  },
]
