import {
  getFigures as readFigures,
  listParagraphs as readParagraphs,
  replaceParagraphs,
} from '@huiyin/db/questions/adviser-queries.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { AdviserFigures, Paragraph } from '@huiyin/shared/questions/adviser-desk.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import type { Ctx } from '../core/context.ts'
import { deskOf } from './queue.ts'

export const listParagraphs = async (ctx: Ctx): Promise<{ items: Paragraph[] }> => {
  deskOf(ctx)
  return { items: await readParagraphs(ctx.db, ctx.me.id) }
}

export const setParagraphs = async (
  ctx: Ctx,
  { items }: Input<(typeof adviserRoutes)['setParagraphs']>,
): Promise<{ items: Paragraph[] }> => {
  deskOf(ctx)
  await replaceParagraphs(ctx.db, ctx.me.id, items)
  return { items }
}

/** One's own figures. Ratings only as sums, a week old and five at least: nobody is to find out who gave which. */
export const getFigures = async (ctx: Ctx): Promise<AdviserFigures> => {
  deskOf(ctx)
  const { ratingDays, leastRatings } = questionLimits
  return readFigures(ctx.db, ctx.me.id, new Date(ctx.now.getTime() - ratingDays * 86_400_000), leastRatings)
}
