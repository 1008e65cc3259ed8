import type { WaitingEntry } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf, rowsOf } from '../core/client.ts'
import type { Due } from '../core/clock-work-queries.ts'
import { atMost, moment } from '../core/values.ts'
import { waitlist } from './waitlist-tables.ts'

export type WaitingRow = typeof waitlist.$inferSelect

export const findWaiting = async (db: Db, id: string): Promise<WaitingRow | undefined> => {
  const [row] = await db.select().from(waitlist).where(eq(waitlist.id, id))
  return row
}

/** False when the id is taken, or she waits for this village already. */
export const insertWaiting = async (db: Db, row: Omit<WaitingRow, 'state' | 'offeredId'>): Promise<boolean> => {
  const rows = await db
    .insert(waitlist)
    .values({ ...row, state: 'waiting' })
    .onConflictDoNothing()
    .returning({ id: waitlist.id })
  return rows.length > 0
}

/** Who kept this time for her, where she did not ask for it this moment: the waitlist, or her lawyer; undefined where she did. */
export const findKeeper = async (db: Db, bookingId: string): Promise<'waitlist' | 'lawyer' | undefined> => {
  const [row] = await rowsOf<{ waited: boolean }>(
    db,
    sql`select exists (select from waitlist w where w.offered_id = ${bookingId}::uuid) as waited
      where exists (select from booking_events e where e.booking_id = ${bookingId}::uuid and e.event = 'extend' and e.actor_id is null)`,
  )
  return row && (row.waited ? 'waitlist' : 'lawyer')
}

/** Those who wait for a day that is still to come; due since they were last looked at. */
export const waitingDue =
  (clock: string): Due =>
  now =>
    sql`select w.id, coalesce(k.until, w.created_at) as due_at from waitlist w left join clock_work k on k.clock = ${clock} and k.item_id = w.id
    where w.state = 'waiting' and w.until_day >= (${moment(now)} at time zone 'Asia/Shanghai')::date`

/** Those of them who still wait, first come first. */
export const listWaiting = (db: Db, ids: readonly string[]): Promise<WaitingRow[]> =>
  db
    .select()
    .from(waitlist)
    .where(and(eq(waitlist.state, 'waiting'), inArray(waitlist.id, [...ids])))
    .orderBy(waitlist.createdAt, waitlist.id)

/** False when she does not wait any more. */
export const markOffered = async (db: Db, id: string, bookingId: string): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`update waitlist set state = 'offered', offered_id = ${bookingId}::uuid where id = ${id}::uuid and state = 'waiting' returning id`,
  )
  return rows.length > 0
}

/** False when there is no such entry of hers. */
export const leave = async (db: Db, id: string, personId: string): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`update waitlist set state = 'left' where id = ${id}::uuid and person_id = ${personId}::uuid returning id`,
  )
  return rows.length > 0
}

/** Her entries for days that are not past; an offer only as long as the time is kept. */
export const listOwnWaiting = (db: Db, personId: string, today: string): Promise<WaitingEntry[]> =>
  jsonRowsOf(
    db,
    sql`select w.id, w.community_id as "communityId", a.name as village, w.adviser_id as "adviserId", p.name as adviser, w.from_day as "from", w.until_day as "until",
      w.state, w.offered_id as "offeredId", to_char(w.created_at, 'YYYY-MM-DD"T"HH24":"MI":"SS.MS"Z"') as at
    from waitlist w join areas a on a.id = w.community_id left join people p on p.id = w.adviser_id left join bookings b on b.id = w.offered_id
    where w.person_id = ${personId}::uuid and (w.state = 'waiting' or (w.state = 'offered' and b.state = 'held')) and w.until_day >= ${today}::date order by w.created_at desc, w.id ${atMost(20)}`,
  )
