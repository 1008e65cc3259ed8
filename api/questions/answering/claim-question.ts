import type { Ctx } from '@huiyin/api/core/context.ts'
import { mayEver } from '@huiyin/shared/matters/offered.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { leaseEnd } from '@huiyin/shared/questions/question-clock.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import { expireLease } from '../expire-lease.ts'
import { move, noLease, type QuestionMoveInput } from '../move-question.ts'
import { tellAsker } from '../notices.ts'
import { firmsOf } from '../take-up.ts'

/**
 * 接单: he has declared that there is no conflict, and gets the lease under the next number. Whoever comes second is told so. A lease
 * that has run out ends first, as if the clock had come by.
 */
export const claimQuestion = (ctx: Ctx, input: QuestionMoveInput & { noConflict: true }): Promise<QuestionMoved> =>
  move(
    ctx,
    'claim',
    input,
    ({ question, term, facts, actor }) => ({
      patch: { ...noLease, holderId: ctx.me.id, fence: question.fence + 1, leaseUntil: leaseEnd(term) },
      declared: { conflict: false, unitIds: firmsOf(ctx) },
      notices: tellAsker(question.askerId, 'question-claimed', facts, actor),
    }),
    async hand =>
      hand.it.state === 'claimed' &&
      hand.it.holderId === null &&
      mayEver(questionLife, ctx.me, 'claim', hand.it) &&
      expireLease(ctx, hand),
  )
