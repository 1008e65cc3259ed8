import { markEmployee } from '@huiyin/db/people/queries.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { permitsOf } from './permits.ts'

type Routes = typeof alertRoutes

/** Only somebody with a duty may be bound: the platform watches that nobody else is. */
export const recordEmployee = async (ctx: Ctx, { accepted }: Input<Routes['recordEmployee']>) => {
  if (ctx.me.posts.length === 0) return refuse('not-allowed')
  await markEmployee(ctx.db, ctx.me.id, accepted ? ctx.now : null)
  return permitsOf(ctx)
}
