import * as queries from '@huiyin/db/alerts/inbox-queries.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'

type Routes = typeof alertRoutes

/** Reading is the answer that ends the ladder. */
export const markRead = async (ctx: Ctx, which: Input<Routes['markRead']>) => {
  await queries.markRead(ctx.db, ctx.me.id, which, ctx.now)
  return { unread: await queries.countUnread(ctx.db, ctx.me.id) }
}
