import type { Ctx } from '@huiyin/api/core/context.ts'
import { findRating, insertRating } from '@huiyin/db/questions/asker-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { demandAct, demandEver } from '@huiyin/shared/matters/offered.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import type { QuestionMoveInput } from '../move-question.ts'
import { takeUp } from '../take-up.ts'

/** A rating stands beside the history: whom it is about learns only sums, a week later. The first one stays. */
export const rateQuestion = async (
  ctx: Ctx,
  input: QuestionMoveInput & { rating: 'good' | 'fair' | 'poor' },
): Promise<QuestionMoved> => {
  const { question, it } = await takeUp(ctx, input.id)
  if (!it.rated) demandAct(questionLife, ctx.me, 'rate', it, ctx.now)
  demandEver(questionLife, ctx.me, 'rate', it)
  const row = {
    questionId: question.id,
    eventId: input.eventId,
    adviserId: question.answeredBy ?? refuse('wrong-state'),
    rating: input.rating,
    at: ctx.now,
  }
  if (!(await insertRating(ctx.db, row))) {
    const before = await findRating(ctx.db, question.id)
    if (before?.eventId !== input.eventId) return refuse('wrong-state')
    if (before.rating !== input.rating) return refuse('id-reused')
  }
  return { id: question.id, state: question.state, seq: question.seq, fence: null, leaseUntil: null }
}
