import { type FeedRow, findFeed, listFeed, replaceFeed, type Whose } from '@huiyin/db/consultations/feed-queries.ts'
import { listAreasById } from '@huiyin/db/grids/queries.ts'
import type { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { modeNames } from '@huiyin/shared/consultations/slots.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { randomToken, sha256 } from '../core/secrets.ts'

type Routes = typeof recordRoutes

/** One's own calendar, or that of a village which one advises or looks after. */
const whoseOf = async (ctx: Ctx, communityId: string | undefined): Promise<Whose> => {
  const { posts, id } = ctx.me
  if (!communityId) return posts.some(post => post.role === 'adviser') ? { adviserId: id } : refuse('not-allowed')
  const [area] = await listAreasById(ctx.db, [communityId])
  const above = area?.path.split('/') ?? []
  const mine = posts.some(
    ({ role, areaId }) =>
      (role === 'adviser' && areaId === communityId) || (role === 'justice' && above.includes(areaId)),
  )
  return mine ? { communityId } : refuse('not-allowed')
}

/** A new secret address; whoever has the old one sees nothing any more. */
export const renewCalendar = async (ctx: Ctx, { communityId }: Input<Routes['renewCalendar']>) => {
  const whose = await whoseOf(ctx, communityId)
  const token = randomToken()
  await replaceFeed(ctx.db, whose, sha256(token), ctx.now)
  return { url: new URL(`/api/calendars/${token}`, ctx.outside.env.PUBLIC_URL ?? 'http://localhost').href }
}

export const endCalendar = async (ctx: Ctx, { communityId }: Input<Routes['endCalendar']>) => {
  await replaceFeed(ctx.db, await whoseOf(ctx, communityId), null, ctx.now)
  return {}
}

const past = 60 * 86_400_000
const refreshSeconds = 15 * 60

/**
 * The calendar behind a secret address (RFC 5545): times in UTC, one unchanging UID for each appointment, SEQUENCE that rises, what was
 * called off kept as CANCELLED. Village, place and kind; no name of a resident, no word of a reason.
 */
export const readCalendar = async (ctx: Ctx, { token }: Input<Routes['readCalendar']>): Promise<Response> => {
  const whose = (await findFeed(ctx.db, sha256(token))) ?? refuse('not-found')
  const rows = await listFeed(ctx.db, whose, new Date(ctx.now.getTime() - past))
  return new Response(await calendarOf(rows, 'adviserId' in whose ? '法律咨询日程' : '本村法律咨询'), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-disposition': 'inline; filename="calendar.ics"',
    },
  })
}

const kinds = { meeting: '法律咨询', lecture: '普法讲座', 'walk-in': '现场接待', leave: '请假' } as const

const calendarOf = async (rows: readonly FeedRow[], name: string): Promise<string> => {
  // Loaded with the first calendar, not with every cold start.
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator')
  const calendar = ical({
    name,
    prodId: { company: 'huiyin', product: 'consultations', language: 'ZH' },
    ttl: refreshSeconds,
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const row of rows)
    calendar.createEvent({
      id: `${row.id}@huiyin`,
      sequence: row.sequence,
      status: row.live ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      start: new Date(row.startsAt),
      end: new Date(row.endsAt),
      stamp: new Date(row.updatedAt),
      summary: [kinds[row.kind], row.village, row.mode && modeNames[row.mode]].filter(Boolean).join(' '),
      ...(row.place && { location: `${row.village ?? ''} ${row.place}`.trim() }),
    })
  return `${calendar.toString()}\r\n`
}
