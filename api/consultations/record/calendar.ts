import type { Ctx } from '@huiyin/api/core/context.ts'
import type { FeedRow, Whose } from '@huiyin/db/consultations/feed-queries.ts'
import { listAreasById } from '@huiyin/db/grids/queries.ts'
import { modeNames } from '@huiyin/shared/consultations/modes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { calendarWords } from './words.ts'

/** One's own calendar, or that of a village which one advises or looks after. */
export const whoseOf = async (ctx: Ctx, communityId: string | undefined): Promise<Whose> => {
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

const refreshSeconds = 15 * 60

/** These rows as a calendar of RFC 5545. */
export const calendarOf = async (rows: readonly FeedRow[], name: string): Promise<string> => {
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
      summary: [calendarWords.kinds[row.kind], row.village, row.mode && modeNames[row.mode]].filter(Boolean).join(' '),
      ...(row.place && { location: `${row.village ?? ''} ${row.place}`.trim() }),
    })
  return `${calendar.toString()}\r\n`
}
