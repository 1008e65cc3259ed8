import { liveStates } from '@huiyin/shared/consultations/booking-states.ts'
import { sql } from 'drizzle-orm'
import type { Due } from '../core/clock-work-queries.ts'
import { anyOf, heldAt, moment } from '../core/values.ts'

/** Bookings for which the clock has something to do. */
export const bookingsDue: Due = now =>
  sql`select id, due_at from bookings where due_at is not null and due_at <= ${moment(now)}`

const ofAdviser = sql`from postings p join areas v on v.id = p.area_id
      where p.person_id = a.adviser_id and p.role = 'adviser' and v.parent_id = a.township_id`

/**
 * Bookings to come with somebody who is no adviser in that township any more, since his duty ended. Reads what is live, however long
 * the history.
 */
export const forsakenDue: Due = now => sql`
    select b.id, (select max(p.until_at) ${ofAdviser}) as due_at from bookings b join appointments a on a.id = b.appointment_id
    where b.state in ${anyOf(liveStates)} and a.starts_at > ${moment(now)} and not exists (select ${ofAdviser} and ${heldAt(now)})`
