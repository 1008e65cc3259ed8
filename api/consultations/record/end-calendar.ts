import type { Ctx } from '@huiyin/api/core/context.ts'
import { replaceFeed } from '@huiyin/db/consultations/feed-queries.ts'
import type { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { whoseOf } from './calendar.ts'

type Routes = typeof recordRoutes

export const endCalendar = async (ctx: Ctx, { communityId }: Input<Routes['endCalendar']>) => {
  await replaceFeed(ctx.db, await whoseOf(ctx, communityId), null, ctx.now)
  return {}
}
