import type { Ctx } from '@huiyin/api/core/context.ts'
import { getFigures as readFigures } from '@huiyin/db/questions/adviser-queries.ts'
import type { AdviserFigures } from '@huiyin/shared/questions/adviser-desk.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import { queueReaderOf } from '../queue-reader.ts'

/** One's own figures. Ratings only as sums, a week old and five at least: nobody is to find out who gave which. */
export const getFigures = async (ctx: Ctx): Promise<AdviserFigures> => {
  queueReaderOf(ctx)
  const { ratingDays, leastRatings } = questionLimits
  return readFigures(ctx.db, ctx.me.id, new Date(ctx.now.getTime() - ratingDays * 86_400_000), leastRatings)
}
