import type { Ctx } from '@huiyin/api/core/context.ts'
import { fromCursor, toCursor } from '@huiyin/api/core/cursor.ts'
import * as queries from '@huiyin/db/reports/list-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { ReportCard } from '@huiyin/shared/reports/report-card.ts'
import type { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { toCard } from '../report-view.ts'

type Routes = typeof reportRoutes

/** What I filed or joined. */
export const listMyReports = async (
  ctx: Ctx,
  { cursor, limit }: Input<Routes['listMyReports']>,
): Promise<Page<ReportCard>> => {
  const rows = await queries.listFollowed(ctx.db, ctx.me.id, ctx.now, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, last => toCursor(new Date(last.followedAt), last.id))
  return { ...page, items: page.items.map(({ followedAt: _, ...row }) => toCard(ctx, row)) }
}
