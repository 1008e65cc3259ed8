import type { Counsel } from '@huiyin/shared/consultations/booking.ts'
import { expectedStates } from '@huiyin/shared/consultations/booking-states.ts'
import type { Mode } from '@huiyin/shared/consultations/modes.ts'
import { asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf, rowsOf } from '../core/client.ts'
import { anyOf, atMost, heldAt, moment } from '../core/values.ts'
import { bookingTexts } from './along-tables.ts'
import { bookingEvents } from './history-tables.ts'
import { officePlaces } from './office-tables.ts'
import { appointments, bookings } from './tables.ts'

export type BookingRow = typeof bookings.$inferSelect
export type BookingEventRow = typeof bookingEvents.$inferSelect
export type TextKind = (typeof bookingTexts.$inferSelect)['kind']

/** Where and when, with whom. */
export type AppointmentRow = {
  id: string
  adviserId: string
  kind: 'meeting' | 'lecture' | 'walk-in' | 'leave'
  communityId: string
  townshipId: string
  placeId: string
  mode: Mode
  startsAt: Date
  endsAt: Date
  capacity: number
}

/** A booking with its appointment and the names around it. */
export type BookingInHand = {
  booking: BookingRow
  appointment: AppointmentRow
  adviser: Counsel
  village: string
  place: { name: string; code: string }
  /** That the adviser has published. */
  phone: string | null
  who: string
  /** Whether this adviser has declared that there is no conflict. */
  declared: boolean
  rated: boolean
  /** The step that was asked for stands already: by a twin of this call, or somebody else's. */
  repeated: boolean
}

const columns = {
  id: appointments.id,
  adviserId: appointments.adviserId,
  kind: appointments.kind,
  communityId: sql<string>`${appointments.communityId}`,
  townshipId: appointments.townshipId,
  placeId: sql<string>`${appointments.placeId}`,
  mode: sql<Mode>`${appointments.mode}`,
  startsAt: appointments.startsAt,
  endsAt: appointments.endsAt,
  capacity: appointments.capacity,
}

/** Whom it is with, as a JSON object: by his duty in that township, now. `a` is the appointment. */
const counselOf = (
  now: Date,
): SQL => sql`(select json_build_object('id', pe.id, 'title', coalesce(t.title, '法律顾问'), 'name', pe.name, 'firm', t.firm)
  from people pe left join lateral (
    select po.title, u.name as firm from postings po join areas ar on ar.id = po.area_id left join units u on u.id = po.unit_id
    where po.person_id = pe.id and po.role = 'adviser' and ar.parent_id = appointments.township_id and ${heldAt(now)}
    order by (po.area_id = appointments.community_id) desc, po.rank, po.id limit 1) t on true
  where pe.id = appointments.adviser_id)`

export const findBooking = async (
  db: Db,
  id: string,
  now: Date,
  eventId: string | null = null,
): Promise<BookingInHand | undefined> => {
  const [row] = await db
    .select({
      booking: bookings,
      appointment: columns,
      adviser: sql<Counsel>`${counselOf(now)}`,
      village: sql<string>`(select name from areas where id = appointments.community_id)`,
      place: sql<
        BookingInHand['place']
      >`(select json_build_object('name', name, 'code', code) from office_places where id = appointments.place_id)`,
      phone: sql<string | null>`(select phone from adviser_contacts where person_id = appointments.adviser_id)`,
      who: sql<string>`(select name from people where id = bookings.person_id)`,
      declared: sql<boolean>`exists (select from booking_declarations d where d.booking_id = bookings.id and d.adviser_id = appointments.adviser_id and not d.conflict)`,
      rated: sql<boolean>`exists (select from booking_ratings r where r.booking_id = bookings.id)`,
      repeated: sql<boolean>`exists (select from booking_events e where e.id = ${eventId}::uuid)`,
    })
    .from(bookings)
    .innerJoin(appointments, eq(appointments.id, bookings.appointmentId))
    .where(eq(bookings.id, id))
  return row
}

export const findBookingEvent = async (db: Db, id: string): Promise<BookingEventRow | undefined> => {
  const [row] = await db.select().from(bookingEvents).where(eq(bookingEvents.id, id))
  return row
}

export const listBookingEvents = (db: Db, bookingId: string): Promise<BookingEventRow[]> =>
  db.select().from(bookingEvents).where(eq(bookingEvents.bookingId, bookingId)).orderBy(asc(bookingEvents.seq))

/** One line of her list. Moments as text. */
export type CardRow = {
  id: string
  number: string
  state: BookingRow['state']
  adviser: Counsel
  startsAt: string
  endsAt: string
  mode: Mode
  communityId: string
  village: string
  place: string
  capacity: number
  holdUntil: string | null
  createdAt: string
}

/** Her bookings, the last made first; kept times that ran out are not worth a line. `before` is the end of the page before. */
export const listMine = (
  db: Db,
  personId: string,
  now: Date,
  limit: number,
  before: [Date, string] | undefined,
): Promise<CardRow[]> =>
  jsonRowsOf(
    db,
    sql`select b.id, b.number, b.state, ${counselOf(now)} as adviser, appointments.starts_at as "startsAt", appointments.ends_at as "endsAt", appointments.mode,
      appointments.community_id as "communityId", v.name as village, p.name as place, appointments.capacity, b.hold_until as "holdUntil", b.created_at as "createdAt"
    from bookings b join appointments on appointments.id = b.appointment_id join areas v on v.id = appointments.community_id join office_places p on p.id = appointments.place_id
    where b.person_id = ${personId}::uuid and b.state <> 'expired' ${before ? sql`and (b.created_at, b.id) < (${moment(before[0])}, ${before[1]}::uuid)` : sql``}
    order by b.created_at desc nulls first, b.id desc nulls first ${atMost(limit)}`,
  )

/** One of her own bookings at a place. */
export type OwnAt = { id: string; state: 'booked' | 'here'; startsAt: Date; endsAt: Date }

/** What of hers is to come at the place with this code, or is on now; the first first. */
export const listOwnAt = (db: Db, personId: string, code: string, now: Date): Promise<OwnAt[]> =>
  db
    .select({
      id: bookings.id,
      state: sql<OwnAt['state']>`${bookings.state}`,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
    })
    .from(bookings)
    .innerJoin(appointments, eq(appointments.id, bookings.appointmentId))
    .innerJoin(officePlaces, eq(officePlaces.id, appointments.placeId))
    .where(
      sql`${bookings.personId} = ${personId}::uuid and ${bookings.state} in ${anyOf(expectedStates)} and ${appointments.mode} = 'onsite'
        and ${officePlaces.code} = ${code} and ${appointments.endsAt} > ${moment(now)}`,
    )
    .orderBy(appointments.startsAt)

/** Sealed words about a booking; of each kind the last. */
export const listTexts = (db: Db, bookingId: string): Promise<(typeof bookingTexts.$inferSelect)[]> =>
  db.select().from(bookingTexts).where(eq(bookingTexts.bookingId, bookingId)).orderBy(desc(bookingTexts.at))

/**
 * Kept times that have run out and stand in the way, of this adviser or of this person: hers first, then those nearest to `at`, for
 * whoever wants that time must find it free, however many others the clock has still to end. At most twenty.
 */
export const listStale = async (
  db: Db,
  { adviserId, personId, at }: { adviserId: string; personId: string; at: Date },
  now: Date,
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select b.id from bookings b join appointments a on a.id = b.appointment_id
    where b.due_at is not null and b.due_at <= ${moment(now)} and b.due_for = 'expire' and (a.adviser_id = ${adviserId}::uuid or b.person_id = ${personId}::uuid)
    order by b.person_id = ${personId}::uuid desc, abs(extract(epoch from a.starts_at - ${moment(at)})) ${atMost(20)}`,
  )
  return rows.map(row => row.id)
}
