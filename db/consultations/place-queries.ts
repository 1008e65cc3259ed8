import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { liveStates, seatedStates } from '@huiyin/shared/consultations/booking-states.ts'
import type { Mode } from '@huiyin/shared/consultations/modes.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { Refusal } from '@huiyin/shared/core/problem.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { codeOf, isConflict } from '../core/errors.ts'
import { anyOf, atMost, moment } from '../core/values.ts'

/** A time to be taken: a free slot, with the id that its appointment gets where it is the first. */
export type WantedSlot = {
  appointmentId: string
  adviserId: string
  communityId: string
  townshipId: string
  placeId: string
  mode: Mode
  startsAt: Date
  endsAt: Date
  bufferMinutes: number
  capacity: number
}

/** A time span as PostgreSQL keeps it, the end not included; wider by some minutes where told. */
export const span = (from: Date, to: Date, before = 0, after = 0): SQL =>
  sql`tstzrange(${moment(from)} - make_interval(mins => ${before}::int), ${moment(to)} + make_interval(mins => ${after}::int))`

/** Half of the way on either side: two of them touch where the whole way is too short. */
export const near = (from: Date, to: Date): SQL =>
  span(from, to, bookingLimits.travelMinutes / 2, bookingLimits.travelMinutes / 2)

/** Whether she has let an adviser wait so often lately that she may have only one booking at a time. Who had checked in has not. */
export const isStrict = (personId: string, now: Date): SQL => sql`(
      select count(*) >= ${bookingLimits.noShows}::int from bookings m
      where m.person_id = ${personId}::uuid and m.state = 'missed' and m.updated_at > ${moment(now)} - make_interval(days => ${bookingLimits.noShowDays}::int)
        and exists (select from booking_events e where e.booking_id = m.id and e.event = 'miss')
        and not exists (select from booking_events e where e.booking_id = m.id and e.event = 'arrive'))`

/** The lowest of her turns that is free. */
export const freeTurn = (personId: string, now: Date): SQL => sql`
      select n from generate_series(1, ${bookingLimits.active}::int) n, lateral (select ${isStrict(personId, now)} as strict) s where not exists (
        select from bookings b where b.person_id = ${personId}::uuid and (b.turn = n or s.strict) and b.state in ${anyOf(liveStates)}) order by n ${atMost(1)}`

/** Signing in at a lecture takes none of them: a turn of its own, once at a time. */
const signInTurn = bookingLimits.active + 1
export const freeSignIn = (personId: string): SQL => sql`
      select ${signInTurn}::int as n where not exists (
        select from bookings b where b.person_id = ${personId}::uuid and b.turn = ${signInTurn}::int and b.state in ${anyOf(liveStates)})`

/**
 * CTEs that take a place, where `gate` holds: `spot` is the appointment, new or the very same lecture with a seat left, and `seat` a
 * free number in it. Without a row nothing was taken.
 */
export const placed = (it: WantedSlot, now: Date, allowed: SQL): SQL => sql`
    joined as (
      update appointments set taken = taken + 1, updated_at = ${moment(now)}
      where adviser_id = ${it.adviserId}::uuid and community_id = ${it.communityId} and starts_at = ${moment(it.startsAt)} and ends_at = ${moment(it.endsAt)}
        and live and kind = 'lecture' and taken < capacity and ${isLecture(it)}::boolean and ${allowed}
      returning id, capacity
    ), made as (
      insert into appointments (id, adviser_id, kind, community_id, township_id, place_id, mode, starts_at, ends_at, blocked, near, capacity, taken, live, created_at, updated_at)
      select ${it.appointmentId}::uuid, ${it.adviserId}::uuid, ${isLecture(it) ? 'lecture' : 'meeting'}, ${it.communityId}, ${it.townshipId}, ${it.placeId}::uuid, ${it.mode},
        ${moment(it.startsAt)}, ${moment(it.endsAt)}, ${span(it.startsAt, it.endsAt, 0, it.bufferMinutes)}, ${near(it.startsAt, it.endsAt)}, ${it.capacity}::int, 1, true, ${moment(now)}, ${moment(now)}
      where not exists (select from joined) and ${allowed}
      on conflict do nothing
      returning id, capacity
    ), spot as (select * from joined union all select * from made), seat as (
      select n from spot cross join lateral (
          select array(select seat from bookings b where b.appointment_id = spot.id and b.state in ${anyOf(seatedStates)}) as taken) as of_it
        cross join lateral generate_series(1, spot.capacity) n where n <> all(of_it.taken) order by n ${atMost(1)}
    )`

/** Takes a place for a booking that is there already, inside a transaction. Undefined when it is gone; `turn` is null when both are used. */
export const takePlace = async (
  db: Db,
  place: WantedSlot,
  personId: string,
  now: Date,
): Promise<{ appointmentId: string; seat: number; turn: number | null } | undefined> => {
  const [row] = await rowsOf<{ appointmentId: string; seat: number; turn: number | null }>(
    db,
    sql`with ${placed(place, now, sql`true`)} select spot.id as "appointmentId", seat.n as seat, (${freeTurn(personId, now)}) as turn from spot cross join seat`,
  )
  return row
}

/**
 * A transaction in which these advisers' times are changed by nobody else who comes this way. They are locked in order, so that
 * crossing moves do not wait for each other in a circle, and until the transaction ends only, because of poolers. Begun anew where
 * the database has undone it, or somebody else has moved something in the middle of it.
 */
export const withAdvisers = async <T>(
  db: Db,
  adviserIds: readonly string[],
  work: (tx: Db) => Promise<T>,
): Promise<T> => {
  for (let again = 0; ; again++)
    try {
      return await db.transaction(async tx => {
        for (const id of [...new Set(adviserIds)].sort())
          await rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended('adviser ' || ${id}::text, 0))`)
        return work(tx)
      })
    } catch (error) {
      if (again === 3 || !isWorthAgain(error)) throw error
    }
}

/** 25P02: a twin of this call was quicker in the middle of it; the next attempt finds what it has written. */
const isWorthAgain = (error: unknown) =>
  isConflict(error) || codeOf(error) === '25P02' || (error instanceof Refusal && error.code === 'moved-meanwhile')

/** Everybody who wants a seat of this lecture comes one after another, until the transaction ends: each finds the seats as they are. */
export const lockLecture = async (db: Db, { adviserId, startsAt }: WantedSlot): Promise<void> => {
  await rowsOf(
    db,
    sql`select id from appointments where adviser_id = ${adviserId}::uuid and starts_at = ${moment(startsAt)} and live and kind = 'lecture' for update`,
  )
}
