import * as queries from '@huiyin/db/alerts/inbox-queries.ts'
import type { InboxItem } from '@huiyin/shared/alerts/alert.ts'
import { kindOf } from '@huiyin/shared/alerts/alert-kind.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { toPage } from '@huiyin/shared/core/page.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { fromCursor, toCursor } from '../core/cursor.ts'
import { toAlert } from './alert-view.ts'

type Routes = typeof alertRoutes

export const listInbox = async (
  ctx: Ctx,
  { cursor, limit }: Input<Routes['listInbox']>,
): Promise<Answer<Routes['listInbox']>> => {
  const [rows, unread] = await Promise.all([
    queries.listInbox(ctx.db, ctx.me.id, limit + 1, fromCursor(cursor)),
    queries.countUnread(ctx.db, ctx.me.id),
  ])
  const page = toPage(rows, limit, last => toCursor(last.createdAt, last.id))
  return { ...page, items: page.items.map(row => toItem(row, ctx.now)), unread }
}

const toItem = (row: queries.InboxRow, now: Date): InboxItem => {
  const { number, kind, place } = row.fill
  const about = kindOf(row.kind).namesNothing ? null : { number, kind, place }
  return { ...toAlert(row, now), matterId: row.matterId, about, more: row.more, unread: row.unread }
}
