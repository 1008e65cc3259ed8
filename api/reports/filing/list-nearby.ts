import type { Ctx } from '@huiyin/api/core/context.ts'
import { metersBetween } from '@huiyin/api/core/datum.ts'
import { findGround, toPlace } from '@huiyin/db/grids/queries.ts'
import * as queries from '@huiyin/db/reports/list-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import type { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'

type Routes = typeof reportRoutes

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
  toPlace(ground)
  return ground.center
}
