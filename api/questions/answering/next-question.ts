import type { Ctx } from '@huiyin/api/core/context.ts'
import { offerNext } from '@huiyin/db/questions/queue-queries.ts'
import type { DisclosureCard } from '@huiyin/shared/questions/adviser-desk.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import { queueReaderOf } from '../queue-reader.ts'
import { cardOf } from './queue-items.ts'

/** 给我下一个: kept for him for some minutes, while he looks whether he may read it. */
export const nextQuestion = async (ctx: Ctx): Promise<{ card: DisclosureCard | null }> => {
  const until = new Date(ctx.now.getTime() + questionLimits.offerMinutes * 60_000)
  const id = await offerNext(ctx.db, queueReaderOf(ctx), until, ctx.now)
  return { card: id ? await cardOf(ctx, id) : null }
}
