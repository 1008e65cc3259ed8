import type { Ctx } from '@huiyin/api/core/context.ts'
import { findBuildingAt, findGridAt, findGround, type Ground, toPlace } from '@huiyin/db/grids/queries.ts'
import { listNamedPlaces } from '@huiyin/db/grids/village-queries.ts'
import type { Point } from '@huiyin/shared/core/fields.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { placeIn } from '@huiyin/shared/grids/place-name.ts'
import type { NewReport } from '@huiyin/shared/reports/filing-routes.ts'

/** `gridId`: the smallest area that is known; of a place that no grid has claimed yet, the village. */
export type Stand = {
  ground: Ground
  place: { buildingId: string | null; gridId: string; label: string; claimed: boolean }
}

/** Where a report stands: the building first, then the spot with the nearest building to it, then what the typed words name in the village. */
export const standOn = async (ctx: Ctx, input: NewReport): Promise<Stand> => {
  const { buildingId, point, communityId, placeWords } = input
  const typed = communityId !== undefined && placeWords !== undefined
  const areaId =
    buildingId ??
    (point && (await areaAt(ctx, point))) ??
    (typed ? (placeIn(placeWords, await listNamedPlaces(ctx.db, communityId)) ?? communityId) : undefined)
  if (!areaId) return refuse(point ? 'place-outside' : 'place-unknown')
  const ground = (await findGround(ctx.db, areaId, ctx.now)) ?? refuse('place-unknown')
  return { ground, place: placeOf(ground, areaId === communityId) }
}

const placeOf = (ground: Ground, isVillage: boolean): Stand['place'] => {
  const { grid, community } = ground.areas
  if (grid || !community || !isVillage) return { ...toPlace(ground), claimed: true }
  return { buildingId: null, gridId: community.id, label: community.name, claimed: false }
}

const areaAt = async (ctx: Ctx, point: Point) => {
  const grid = await findGridAt(ctx.db, point)
  return grid && ((await findBuildingAt(ctx.db, grid, point)) ?? grid)
}
