import { findGround } from '@huiyin/db/grids/queries.ts'
import * as queries from '@huiyin/db/reports/list-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { ReportCard } from '@huiyin/shared/reports/report-card.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import type { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import type { Ctx } from '../core/context.ts'
import { fromCursor, toCursor } from '../core/cursor.ts'
import { metersBetween } from '../core/datum.ts'
import { toCard } from './report-view.ts'

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

/** A desk is the area (or unit) of one of my posts. */
const deskOf = (ctx: Ctx, id: string): queries.Desk => {
  for (const { role, areaId, unitId } of ctx.me.posts) {
    if (role === 'partner' && unitId === id) return { role, id }
    if (role !== 'partner' && role in queries.deskColumns && areaId === id)
      return { role: role as queries.DeskRole, id }
  }
  return refuse('not-allowed')
}

export const listDesk = async (
  ctx: Ctx,
  { desk, show, cursor, limit }: Input<Routes['listDesk']>,
): Promise<Page<ReportCard>> => {
  const at = deskOf(ctx, desk)
  const from = fromCursor(cursor)
  const byTime = show === 'all'
  const rows = byTime
    ? await queries.listDeskByTime(ctx.db, at, ctx.now, limit + 1, from)
    : await queries.listDeskByDeadline(ctx.db, at, show, ctx.now, limit + 1, from)
  const page = toPage(rows, limit, last => toCursor(new Date((byTime ? null : last.dueAt) ?? last.at), last.id))
  return { ...page, items: page.items.map(row => toCard(ctx, row)) }
}

export const countDesk = async (ctx: Ctx, { desk }: Input<Routes['countDesk']>): Promise<Answer<Routes['countDesk']>> =>
  queries.countDesk(ctx.db, deskOf(ctx, desk), ctx.now)

/** Open matters close by, so that a neighbour joins instead of filing again. Kind, place and state only. */
export const listNearby = async (
  ctx: Ctx,
  { buildingId, lng, lat }: Input<Routes['listNearby']>,
): Promise<Answer<Routes['listNearby']>> => {
  const here = lng !== undefined && lat !== undefined ? { lng, lat } : await centerOf(ctx, buildingId)
  if (!here) return { items: [] }
  const rows = await queries.listNearest(ctx.db, here, ctx.me.id)
  const items = rows.flatMap(({ spot, at, ...row }) => {
    const meters = spot ? Math.round(metersBetween(here, { lng: spot[0], lat: spot[1] })) : null
    return meters !== null && meters <= reportLimits.nearMeters
      ? [{ ...row, at: new Date(at).toISOString(), meters }]
      : []
  })
  return { items: items.sort((a, b) => a.meters - b.meters).slice(0, reportLimits.nearMost) }
}

const centerOf = async (ctx: Ctx, buildingId: string | undefined) => {
  if (!buildingId) return refuse('place-unknown')
  const ground = (await findGround(ctx.db, buildingId, ctx.now)) ?? refuse('place-unknown')
  return ground.center
}
