import { findBuildingAt, findGridAt, findGround, toPlace } from '@huiyin/db/grids/queries.ts'
import type { Point } from '@huiyin/shared/core/fields.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Place } from '@huiyin/shared/grids/area.ts'
import type { Ctx } from '../core/context.ts'

/** The grid that a spot belongs to, and the building beside it. */
export const locatePlace = async (ctx: Ctx, point: Point): Promise<Place> => {
  const gridId = (await findGridAt(ctx.db, point)) ?? refuse('place-outside')
  const buildingId = await findBuildingAt(ctx.db, gridId, point)
  return toPlace((await findGround(ctx.db, buildingId ?? gridId, ctx.now)) ?? refuse('place-unknown'))
}
