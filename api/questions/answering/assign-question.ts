import type { Ctx } from '@huiyin/api/core/context.ts'
import { listConflicts } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { after } from '@huiyin/shared/core/working-time.ts'
import type { QuestionDue, QuestionTerms } from '@huiyin/shared/questions/question-clock.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import { andGone, calledTo } from '../called.ts'
import { benchOf } from '../counsel.ts'
import { type Matter, type MoveInput, move, noLease } from '../move-question.ts'
import { tellAdvisers } from '../news.ts'

/**
 * 指派: kept for one adviser, who has to pass the gate as everybody; whoever held it, or was called to take it, hears that it is no longer
 * his. The promise stays.
 */
export const assignQuestion = (ctx: Ctx, input: MoveInput & { adviserId: string }) =>
  move(ctx, 'assign', input, async ({ question, ground, term, told }) => {
    const conflicts = await listConflicts(ctx.db, question.id)
    const [chosen] = benchOf(ground, { ...question, preferredId: input.adviserId }, conflicts).own
    if (!chosen) return refuse('no-adviser')
    const before = calledTo(benchOf(ground, question, conflicts), question)
    return {
      patch: {
        ...noLease,
        circle: 'own',
        preferredId: chosen.personId,
        ownerId: chosen.personId,
        ...assignedDue(term, question.answerBy),
      },
      news: andGone(tellAdvisers([chosen], 'task-question-assigned', told), before, 'task-question-moved', told),
    }
  })

/** He has a quarter of a term for himself, and never more than is left of the promise. */
const assignedDue = ({ from, terms, calendar }: Matter['term'], answerBy: Date): QuestionDue => {
  const quarter = after(from, quarterOf(terms), terms.answer.clock, calendar)
  return { dueAt: answerBy > from && answerBy < quarter ? answerBy : quarter, dueFor: 'climb' }
}
const quarterOf = ({ answer }: QuestionTerms) =>
  Math.max(questionLimits.assignedMinutes, Math.round(answer.minutes / questionLimits.assignedShare))
