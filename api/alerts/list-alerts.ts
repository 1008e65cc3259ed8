import * as queries from '@huiyin/db/alerts/queries.ts'
import type { Alert } from '@huiyin/shared/alerts/alert.ts'
import { alertPage, kindOf } from '@huiyin/shared/alerts/alert-kind.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { toPage } from '@huiyin/shared/core/page.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { fromCursor, toCursor } from '../core/cursor.ts'

type Routes = typeof alertRoutes

const toAlert = ({ id, matterId, kind, fill, createdAt, readAt }: queries.InboxRow): Alert => ({
  id,
  kind,
  title: kindOf(kind).title,
  text: kindOf(kind).text(fill),
  page: alertPage(kind, matterId),
  at: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
})

export const listAlerts = async (
  ctx: Ctx,
  { cursor, limit }: Input<Routes['listAlerts']>,
): Promise<Answer<Routes['listAlerts']>> => {
  const [rows, unread] = await Promise.all([
    queries.listInbox(ctx.db, ctx.me.id, limit + 1, fromCursor(cursor)),
    queries.countUnread(ctx.db, ctx.me.id),
  ])
  const page = toPage(rows, limit, last => toCursor(last.createdAt, last.id))
  return { ...page, items: page.items.map(toAlert), unread }
}
