import type { Ctx } from '@huiyin/api/core/context.ts'
import { listParagraphs as readParagraphs } from '@huiyin/db/questions/adviser-queries.ts'
import type { Paragraph } from '@huiyin/shared/questions/adviser-desk.ts'
import { queueReaderOf } from '../queue-reader.ts'

export const listParagraphs = async (ctx: Ctx): Promise<{ items: Paragraph[] }> => {
  queueReaderOf(ctx)
  return { items: await readParagraphs(ctx.db, ctx.me.id) }
}
