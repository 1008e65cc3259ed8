import type { Ctx } from '@huiyin/api/core/context.ts'
import { fromCursor, toCursor } from '@huiyin/api/core/cursor.ts'
import * as queries from '@huiyin/db/reports/list-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { ReportCard } from '@huiyin/shared/reports/report-card.ts'
import type { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { toCard } from '../report-view.ts'
import { deskOf } from './desk.ts'

type Routes = typeof reportRoutes

export const listDesk = async (
  ctx: Ctx,
  { desk, show, cursor, limit }: Input<Routes['listDesk']>,
): Promise<Page<ReportCard>> => {
  const at = deskOf(ctx, desk)
  const from = fromCursor(cursor)
  // A chief sees what is open in the building, and nothing else.
  const byTime = show === 'all' && at.role !== 'chief'
  const rows = byTime
    ? await queries.listDeskByTime(ctx.db, at, ctx.now, limit + 1, from)
    : await queries.listDeskByDeadline(ctx.db, at, show === 'all' ? 'open' : show, ctx.now, limit + 1, from)
  const page = toPage(rows, limit, last => toCursor(new Date((byTime ? null : last.dueAt) ?? last.at), last.id))
  return { ...page, items: page.items.map(row => toCard(ctx, row)) }
}
