import { can } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { leaseEnd } from '@huiyin/shared/questions/question-clock.ts'
import { questionPolicy } from '@huiyin/shared/questions/question-policy.ts'
import type { Ctx } from '../core/context.ts'
import { type MoveInput, move } from './move-question.ts'
import { tellAsker } from './news.ts'
import { expireLease } from './question-clock.ts'
import { firmsOf, takeUp } from './take-up.ts'

/**
 * 接单: he has declared that there is no conflict, and gets the lease under the next number. Whoever comes second is told so. A lease
 * that has run out ends first, as if the clock had come by.
 */
export const claimQuestion = async (ctx: Ctx, input: MoveInput & { noConflict: true }): Promise<QuestionMoved> => {
  const { question, subject } = await takeUp(ctx, input.id)
  const over = question.state === 'claimed' && subject.holderId === null
  if (over && can(questionPolicy, ctx.me, 'claim', subject)) await expireLease(ctx, question)
  return move(ctx, 'claim', input, ({ question: now, term, told, actor }) => {
    const offered = now.offeredUntil !== null && now.offeredUntil > ctx.now && now.offeredTo !== ctx.me.id
    if (offered) return refuse('already-claimed')
    return {
      patch: {
        holderId: ctx.me.id,
        fence: now.fence + 1,
        leaseUntil: leaseEnd(term),
        offeredTo: null,
        offeredUntil: null,
      },
      declared: { conflict: false, unitId: firmsOf(ctx)[0] ?? null },
      news: tellAsker(now.askerId, 'question-claimed', told, actor),
    }
  })
}
