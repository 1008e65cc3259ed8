import type { Mode } from '@huiyin/shared/consultations/modes.ts'
import { eq, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf } from '../core/client.ts'
import { moment } from '../core/values.ts'
import { calendarFeeds } from './feed-tables.ts'

/** Of an adviser, or of a village. */
export type Whose = { adviserId: string } | { communityId: string }

const column = (whose: Whose) =>
  'adviserId' in whose ? eq(calendarFeeds.adviserId, whose.adviserId) : eq(calendarFeeds.communityId, whose.communityId)

/** Puts a new address in place of the old one; null takes it away. */
export const replaceFeed = async (db: Db, whose: Whose, tokenHash: string | null, now: Date): Promise<void> => {
  await db.transaction(async tx => {
    await tx.delete(calendarFeeds).where(column(whose))
    if (tokenHash) await tx.insert(calendarFeeds).values({ ...whose, tokenHash, createdAt: now })
  })
}

export const findFeed = async (db: Db, tokenHash: string): Promise<Whose | undefined> => {
  const [row] = await db.select().from(calendarFeeds).where(eq(calendarFeeds.tokenHash, tokenHash))
  if (row?.adviserId) return { adviserId: row.adviserId }
  return row?.communityId ? { communityId: row.communityId } : undefined
}

export type FeedRow = {
  id: string
  kind: 'meeting' | 'lecture' | 'walk-in' | 'leave'
  live: boolean
  sequence: number
  startsAt: string
  endsAt: string
  updatedAt: string
  mode: Mode | null
  village: string | null
  place: string | null
  adviser: string
}

const iso = (name: string) => sql`to_char(${sql.raw(`a.${name}`)}, 'YYYY-MM-DD"T"HH24":"MI":"SS.MS"Z"')`

/** Appointments of a calendar from then on, those called off too: who has seen them must see that they are not. */
export const listFeed = (db: Db, whose: Whose, from: Date): Promise<FeedRow[]> => {
  const of =
    'adviserId' in whose
      ? sql`a.adviser_id = ${whose.adviserId}::uuid`
      : sql`a.community_id = ${whose.communityId} and a.kind <> 'leave'`
  return jsonRowsOf(
    db,
    sql`select a.id, a.kind, a.live, a.sequence, ${iso('starts_at')} as "startsAt", ${iso('ends_at')} as "endsAt", ${iso('updated_at')} as "updatedAt",
      a.mode, v.name as village, o.name as place, p.name as adviser
    from appointments a join people p on p.id = a.adviser_id left join areas v on v.id = a.community_id left join office_places o on o.id = a.place_id
    where ${of} and a.starts_at >= ${moment(from)} order by a.starts_at, a.id limit 1000`,
  )
}
