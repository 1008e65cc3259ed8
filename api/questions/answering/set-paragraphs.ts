import type { Ctx } from '@huiyin/api/core/context.ts'
import { replaceParagraphs } from '@huiyin/db/questions/adviser-queries.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Paragraph } from '@huiyin/shared/questions/adviser-desk.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { queueReaderOf } from '../queue-reader.ts'

export const setParagraphs = async (
  ctx: Ctx,
  { items }: Input<(typeof adviserRoutes)['setParagraphs']>,
): Promise<{ items: Paragraph[] }> => {
  queueReaderOf(ctx)
  await replaceParagraphs(ctx.db, ctx.me.id, items)
  return { items }
}
