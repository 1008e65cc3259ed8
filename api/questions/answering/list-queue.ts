import type { Ctx } from '@huiyin/api/core/context.ts'
import { fromCursor, toCursor } from '@huiyin/api/core/cursor.ts'
import { type QueueRow, listQueue as readQueue } from '@huiyin/db/questions/queue-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { QueueItem } from '@huiyin/shared/questions/adviser-desk.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { queueReaderOf } from '../queue-reader.ts'
import { toItem } from './queue-items.ts'

type Routes = typeof adviserRoutes

const byDue = (last: QueueRow) => toCursor(new Date(last.answerBy), last.id)

export const listQueue = async (ctx: Ctx, { cursor, limit }: Input<Routes['listQueue']>): Promise<Page<QueueItem>> => {
  const rows = await readQueue(ctx.db, queueReaderOf(ctx), ctx.now, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, byDue)
  const items = page.items.map(row => toItem(ctx, row))
  // First within its page: the cursor goes by the order of time.
  return { ...page, items: items.sort((a, b) => Number(b.danger) - Number(a.danger)) }
}
