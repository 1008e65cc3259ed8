import type { Ctx } from '@huiyin/api/core/context.ts'
import { sha256 } from '@huiyin/api/core/secrets.ts'
import { findFeed, listFeed } from '@huiyin/db/consultations/feed-queries.ts'
import type { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { calendarOf } from './calendar.ts'
import { calendarWords } from './words.ts'

type Routes = typeof recordRoutes

const past = 60 * 86_400_000

/**
 * The calendar behind a secret address (RFC 5545): times in UTC, one unchanging UID for each appointment, SEQUENCE that rises, what was
 * called off kept as CANCELLED. Village, place and kind; no name of a resident, no word of a reason.
 */
export const readCalendar = async (ctx: Ctx, { token }: Input<Routes['readCalendar']>): Promise<Response> => {
  const whose = (await findFeed(ctx.db, sha256(token))) ?? refuse('not-found')
  const rows = await listFeed(ctx.db, whose, new Date(ctx.now.getTime() - past))
  return new Response(await calendarOf(rows, 'adviserId' in whose ? calendarWords.own : calendarWords.village), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-disposition': 'inline; filename="calendar.ics"',
    },
  })
}
