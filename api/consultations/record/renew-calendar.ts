import type { Ctx } from '@huiyin/api/core/context.ts'
import { randomToken, sha256 } from '@huiyin/api/core/secrets.ts'
import { replaceFeed } from '@huiyin/db/consultations/feed-queries.ts'
import type { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { whoseOf } from './calendar.ts'

type Routes = typeof recordRoutes

/** A new secret address; whoever has the old one sees nothing any more. */
export const renewCalendar = async (ctx: Ctx, { communityId }: Input<Routes['renewCalendar']>) => {
  const whose = await whoseOf(ctx, communityId)
  const token = randomToken()
  await replaceFeed(ctx.db, whose, sha256(token), ctx.now)
  return { url: new URL(`/api/calendars/${token}`, ctx.outside.env.PUBLIC_URL ?? 'http://localhost').href }
}
