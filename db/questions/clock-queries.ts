import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import type { Due } from '../core/clock-work-queries.ts'
import { heldAt, moment } from '../core/values.ts'
import { wasReckonedOtherwise } from '../grids/calendar-queries.ts'

/** Lengthens a lease that still runs, and says until when; undefined when it does not. No step of the history: typing is not one. */
export const renewLease = async (
  db: Db,
  id: string,
  holder: { personId: string; fence: number },
  until: Date,
  now: Date,
): Promise<string | undefined> => {
  const [row] = await rowsOf<{ until: string }>(
    db,
    sql`update questions set lease_until = greatest(lease_until, ${moment(until)}), updated_at = ${moment(now)}
    where id = ${id}::uuid and state = 'claimed' and holder_id = ${holder.personId}::uuid and fence = ${holder.fence}::int and lease_until > ${moment(now)}
    returning to_char(lease_until, 'YYYY-MM-DD"T"HH24":"MI":"SS.MS"Z"') as until`,
  )
  return row?.until
}

/** Questions whose next deadline has passed. */
export const questionsDue: Due = now =>
  sql`select id, due_at from questions where due_at is not null and due_at <= ${moment(now)}`

/** Questions whose next deadline lies beyond a day that changed since it was reckoned. */
export const daysChanged: Due = now =>
  sql`select id, due_at from questions where due_at is not null and due_at > ${moment(now)} and due_at <> answer_by
    and ${wasReckonedOtherwise(sql`calendar_seq`, sql`due_at`, now)}`

/** A deadline that the changed days do not move is not looked at again for them. */
export const keepCalendarSeq = async (db: Db, id: string, seq: number): Promise<void> => {
  await rowsOf(db, sql`update questions set calendar_seq = ${seq}::int where id = ${id}::uuid`)
}

const ofHolder = sql`from postings p join areas a on a.id = p.area_id
      where p.person_id = q.holder_id and p.role in ('adviser', 'justice') and q.township_id in (a.id, a.parent_id)`

/** Leases that have run out, or whose holder has no duty in the township any more, since it ended. */
export const leasesDue: Due = now => sql`
    select q.id, case when q.lease_until <= ${moment(now)} then q.lease_until else (select max(p.until_at) ${ofHolder}) end as due_at
    from questions q where q.state = 'claimed' and (q.lease_until <= ${moment(now)} or not exists (select ${ofHolder} and ${heldAt(now)}))`
