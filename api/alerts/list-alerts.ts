import * as queries from '@huiyin/db/alerts/inbox-queries.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { toPage } from '@huiyin/shared/core/page.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { fromCursor, toCursor } from '../core/cursor.ts'
import { toAlert } from './alert-view.ts'

type Routes = typeof alertRoutes

export const listAlerts = async (
  ctx: Ctx,
  { matterId, cursor, limit }: Input<Routes['listAlerts']>,
): Promise<Answer<Routes['listAlerts']>> => {
  const [rows, unread] = await Promise.all([
    queries.listMessages(ctx.db, ctx.me.id, matterId, limit + 1, fromCursor(cursor)),
    queries.countUnread(ctx.db, ctx.me.id),
  ])
  const page = toPage(rows, limit, last => toCursor(last.createdAt, last.id))
  return { ...page, items: page.items.map(row => toAlert(row, ctx.now)), unread }
}
