import { findGround } from '@huiyin/db/grids/queries.ts'
import { endSession, listLooks as readLooks, setHome as writeHome } from '@huiyin/db/people/queries.ts'
import { listUnits as readUnits } from '@huiyin/db/people/unit-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import type { Ctx } from '../core/context.ts'
import { room } from '../core/handler.ts'
import { getMe } from './get-me.ts'
import { openSession } from './open-session.ts'
import { bindPhone, removePhone } from './phone.ts'

const closeSession = async (ctx: Ctx) => {
  await endSession(ctx.db, ctx.tokenHash)
  return {}
}

const setHome = async (ctx: Ctx, { buildingId }: { buildingId: string }) => {
  const ground = await findGround(ctx.db, buildingId, ctx.now)
  if (!ground?.areas.building) return refuse('place-unknown')
  await writeHome(ctx.db, ctx.me.id, buildingId)
  return getMe(ctx)
}

const twoYears = 2 * 365 * 86_400_000

const listLooks = async (ctx: Ctx) => ({
  items: await readLooks(ctx.db, ctx.me.id, new Date(ctx.now.getTime() - twoYears)),
})

/** Partner units of the townships where I am on duty; none for residents. */
const listUnits = async (ctx: Ctx) => {
  const townships = new Set(
    ctx.me.posts.map(post => post.areaPath.split('/')[2]).filter(id => id !== undefined && id !== ''),
  )
  const lists = await Promise.all([...townships].map(id => readUnits(ctx.db, id as string)))
  return { items: lists.flat() }
}

export const personRoom = room(personRoutes, {
  openSession,
  closeSession,
  getMe,
  setHome,
  bindPhone,
  removePhone,
  listLooks,
  listUnits,
})
