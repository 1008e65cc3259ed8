import { findBuildingAt, findGridAt, findGround, listAreas as readAreas, toPlace } from '@huiyin/db/grids/queries.ts'
import type { Point } from '@huiyin/shared/core/fields.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Place } from '@huiyin/shared/grids/area.ts'
import { PlatformFailure } from '../core/adapters/platform-call.ts'
import type { Ctx } from '../core/context.ts'

export const listAreas = async (ctx: Ctx, { parent }: { parent?: string | undefined }) => ({
  items: await readAreas(ctx.db, parent),
})

/** The place behind a door code. An unknown or retired code is refused; the phone then asks for the place. */
export const getPlace = async (ctx: Ctx, { code }: { code: string }): Promise<Place> =>
  toPlace((await findGround(ctx.db, code, ctx.now)) ?? refuse('place-unknown'))

/** The grid that a spot belongs to, and the building beside it. */
export const locatePlace = async (ctx: Ctx, point: Point): Promise<Place> => {
  const gridId = (await findGridAt(ctx.db, point)) ?? refuse('place-outside')
  const buildingId = await findBuildingAt(ctx.db, gridId, point)
  return toPlace((await findGround(ctx.db, buildingId ?? gridId, ctx.now)) ?? refuse('place-unknown'))
}

const doorPage = 'reports/pages/new/index'

/** The mini-program code for a door plate: lead, officer and administrator of the area print it. */
export const getDoorCode = async (ctx: Ctx, { code }: { code: string }) => {
  const ground = (await findGround(ctx.db, code, ctx.now)) ?? refuse('place-unknown')
  const above = Object.values(ground.areas).map(area => area?.id)
  const may = ctx.me.posts.some(post => ['lead', 'officer', 'admin'].includes(post.role) && above.includes(post.areaId))
  if (!may) return refuse('not-allowed')
  try {
    const { bytes, type } = await ctx.outside.wechat.drawCode(`b=${code}`, doorPage)
    return { image: Buffer.from(bytes).toString('base64'), type }
  } catch (error) {
    if (error instanceof PlatformFailure) return refuse('wechat-busy')
    throw error
  }
}
