import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, heldAt, moment } from '../core/values.ts'

/** Bookings for which the clock has something to do, most overdue first. */
export const listDueBookings = (db: Db, now: Date, limit: number): Promise<{ id: string }[]> =>
  rowsOf(
    db,
    sql`select id from bookings where due_at is not null and due_at <= ${moment(now)} order by due_at ${atMost(limit)}`,
  )

/** Bookings to come with somebody who is no adviser in that township any more. Reads what is live, however long the history. */
export const listForsaken = (db: Db, now: Date, limit: number): Promise<{ id: string }[]> =>
  rowsOf(
    db,
    sql`select b.id from bookings b join appointments a on a.id = b.appointment_id
    where b.state in ('held', 'booked', 'here') and a.starts_at > ${moment(now)} and not exists (
      select from postings p join areas v on v.id = p.area_id where p.person_id = a.adviser_id and p.role = 'adviser' and v.parent_id = a.township_id and ${heldAt(now)})
    ${atMost(limit)}`,
  )
