import type { Ctx } from '@huiyin/api/core/context.ts'
import { listConflicts } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { after } from '@huiyin/shared/core/working-time.ts'
import type { QuestionDue, QuestionTerms } from '@huiyin/shared/questions/question-clock.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import { candidatesOf } from '../counsel.ts'
import { type Matter, move, noLease, type QuestionMoveInput } from '../move-question.ts'
import { tellAdvisers } from '../notices.ts'

/** 指派: kept for one adviser, who has to pass the gate as everybody; whoever held it holds it no longer. The promise stays. */
export const assignQuestion = (ctx: Ctx, input: QuestionMoveInput & { adviserId: string }) =>
  move(ctx, 'assign', input, async ({ question, ground, term, facts }) => {
    const about = { ...question, preferredId: input.adviserId }
    const [chosen] = candidatesOf(ground, about, await listConflicts(ctx.db, question.id)).own
    if (!chosen) return refuse('no-adviser')
    const before = question.holderId && question.holderId !== input.adviserId ? [{ personId: question.holderId }] : []
    return {
      patch: {
        ...noLease,
        circle: 'own',
        preferredId: chosen.personId,
        ownerId: chosen.personId,
        ...assignedDue(term, question.answerBy),
      },
      notices: [
        ...tellAdvisers([chosen], 'task-question-assigned', facts),
        ...tellAdvisers(before, 'task-question-moved', facts),
      ],
    }
  })

/** He has a quarter of a term for himself, and never more than is left of the promise. */
const assignedDue = ({ from, terms, calendar }: Matter['term'], answerBy: Date): QuestionDue => {
  const quarter = after(from, quarterOf(terms), terms.answer.clock, calendar)
  return { dueAt: answerBy > from && answerBy < quarter ? answerBy : quarter, dueFor: 'climb' }
}
const quarterOf = ({ answer }: QuestionTerms) =>
  Math.max(questionLimits.assignedMinutes, Math.round(answer.minutes / questionLimits.assignedShare))
