import { findGround } from '@huiyin/db/grids/queries.ts'
import { setHome as writeHome } from '@huiyin/db/people/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'
import { personOf } from './person-view.ts'

export const setHome = async (ctx: Ctx, { buildingId }: { buildingId: string }) => {
  const ground = await findGround(ctx.db, buildingId, ctx.now)
  if (!ground?.areas.building) return refuse('place-unknown')
  await writeHome(ctx.db, ctx.me.id, buildingId)
  return personOf(ctx)
}
