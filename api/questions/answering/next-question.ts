import type { Ctx } from '@huiyin/api/core/context.ts'
import { offerNext } from '@huiyin/db/questions/queue-queries.ts'
import type { GateCard } from '@huiyin/shared/questions/adviser-desk.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import { deskOf } from '../desk.ts'
import { cardOf } from './queue-items.ts'

/** 给我下一个: kept for him for some minutes, while he looks whether he may read it. */
export const nextQuestion = async (ctx: Ctx): Promise<{ card: GateCard | null }> => {
  const until = new Date(ctx.now.getTime() + questionLimits.offerMinutes * 60_000)
  const id = await offerNext(ctx.db, deskOf(ctx), until, ctx.now)
  return { card: id ? await cardOf(ctx, id) : null }
}
