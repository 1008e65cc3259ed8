import type { Ctx } from '@huiyin/api/core/context.ts'
import { renewLease } from '@huiyin/db/questions/clock-queries.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { leaseEnd } from '@huiyin/shared/questions/question-clock.ts'
import { termOf } from '../move-question.ts'
import { takeUp } from '../take-up.ts'
import { demandLease, saveWords } from './demand-lease.ts'

/** Keeps what he has written so far, and the lease with it: who types holds it. */
export const saveDraft = async (ctx: Ctx, input: { id: string; fence: number; words: string }) => {
  const hand = await takeUp(ctx, input.id)
  await demandLease(ctx, hand, input.fence, input.words)
  if (input.words) await saveWords(ctx, input.id, input.words)
  const ground = (await findQuestionGround(ctx.db, hand.question.communityId, ctx.now)) ?? refuse('bug')
  const until = leaseEnd(termOf(ctx.now, hand.question, ground))
  const holder = { personId: ctx.me.id, fence: input.fence }
  const leaseUntil = await renewLease(ctx.db, input.id, holder, until, ctx.now)
  return leaseUntil ? { leaseUntil } : refuse('lease-over')
}
