import * as queries from '@huiyin/db/alerts/status-queries.ts'
import { alertPolicy } from '@huiyin/shared/alerts/alert-policy.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { can } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { demandIn } from './told.ts'

type Routes = typeof alertRoutes

/** Somebody answered the telephone: the ladder ends. Once made a call stays made, whoever says so again. */
export const markCalled = async (ctx: Ctx, { id }: Input<Routes['markCalled']>) => {
  const call = await queries.findCall(ctx.db, id)
  if (!call || !can(alertPolicy, ctx.me, 'seeCalls', call)) return refuse('not-found')
  demandIn(ctx, 'call', call.townshipId)
  await queries.markCalled(ctx.db, id, ctx.me.id, ctx.now)
  return {}
}
