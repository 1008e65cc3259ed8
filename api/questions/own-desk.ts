import {
  getFigures as readFigures,
  listParagraphs as readParagraphs,
  replaceParagraphs,
} from '@huiyin/db/questions/adviser-queries.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { AdviserFigures, Paragraph } from '@huiyin/shared/questions/adviser-desk.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
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

const week = 7 * 86_400_000
const leastRatings = 5

/** One's own figures. Ratings only as sums, a week old and five at least: nobody is to find out who gave which. */
export const getFigures = async (ctx: Ctx): Promise<AdviserFigures> => {
  deskOf(ctx)
  return readFigures(ctx.db, ctx.me.id, new Date(ctx.now.getTime() - week), leastRatings)
}
