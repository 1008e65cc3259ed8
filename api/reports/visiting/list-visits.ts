import type { Ctx } from '@huiyin/api/core/context.ts'
import { fromCursor, toCursor } from '@huiyin/api/core/cursor.ts'
import { listOpenVisits } from '@huiyin/db/reports/visit-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Visit } from '@huiyin/shared/reports/report-card.ts'
import type { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { toVisit } from '../report-view.ts'

/** Whom the township still has to ask again. Why a matter was drawn is not told: ratings are not for those rated. */
export const listVisits = async (
  ctx: Ctx,
  { desk, cursor, limit }: Input<(typeof reportRoutes)['listVisits']>,
): Promise<Page<Visit>> => {
  if (!ctx.me.posts.some(it => it.role === 'officer' && it.areaId === desk)) return refuse('not-allowed')
  const rows = await listOpenVisits(ctx.db, desk, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, last => toCursor(last.dueAt, last.id))
  return { ...page, items: page.items.map(row => toVisit(ctx, row)) }
}
