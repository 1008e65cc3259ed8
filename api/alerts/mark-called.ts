import { markCalled as noteCalled } from '@huiyin/db/alerts/call-queries.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { takeCall } from './told.ts'

type Routes = typeof alertRoutes

/** Somebody answered the telephone: the ladder ends. Once made a call stays made, whoever says so again. Where nobody answered it stays to be made. */
export const markCalled = async (ctx: Ctx, { id, result = 'reached' }: Input<Routes['markCalled']>) => {
  await takeCall(ctx, id)
  await noteCalled(ctx.db, id, { result, callerId: ctx.me.id }, ctx.now)
  return {}
}
