import type { Ctx } from '@huiyin/api/core/context.ts'
import { listConflicts } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { after } from '@huiyin/shared/core/working-time.ts'
import type { QuestionDue, QuestionTerms } from '@huiyin/shared/questions/question-clock.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import { andGone, calledTo } from '../called.ts'
import { candidatesOf } from '../counsel.ts'
import { type Matter, move, noLease, type QuestionMoveInput } from '../move-question.ts'
import { tellAdvisers } from '../notices.ts'

/**
 * 指派: kept for one adviser, who has to pass the gate as everybody; whoever held it, or was called to take it, hears that it is no longer
 * his. The promise stays.
 */
export const assignQuestion = (ctx: Ctx, input: QuestionMoveInput & { adviserId: string }) =>
  move(ctx, 'assign', input, async ({ question, ground, term, facts }) => {
    const conflicts = await listConflicts(ctx.db, question.id)
    const [chosen] = candidatesOf(ground, { ...question, preferredId: input.adviserId }, conflicts).own
    if (!chosen) return refuse('no-adviser')
    const before = calledTo(candidatesOf(ground, question, conflicts), question)
    return {
      patch: {
        ...noLease,
        circle: 'own',
        preferredId: chosen.personId,
        ownerId: chosen.personId,
        ...assignedDue(term, question.answerBy),
      },
      notices: andGone(tellAdvisers([chosen], 'task-question-assigned', facts), before, 'task-question-moved', facts),
    }
  })

/** He has a quarter of a term for himself, and never more than is left of the promise. */
const assignedDue = ({ from, terms, calendar }: Matter['term'], answerBy: Date): QuestionDue => {
  const quarter = after(from, quarterOf(terms), terms.answer.clock, calendar)
  const dueAt = answerBy > from && answerBy < quarter ? answerBy : quarter
  return { dueAt, dueFor: 'climb', calendarSeq: calendar.seq }
}
const quarterOf = ({ answer }: QuestionTerms) =>
  Math.max(questionLimits.assignedMinutes, Math.round(answer.minutes / questionLimits.assignedShare))
