import { isSeated } from '@huiyin/shared/consultations/booking-states.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type NewAlert, noFollowers, queuedAlerts, quietLadders, withdrawnAlerts } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { json, moment } from '../core/values.ts'
import { type History, type NewStep, numberFrom, writtenStep } from '../matters/step-queries.ts'
import { attachedFiles } from '../photos/sealed-file-queries.ts'
import { freeSignIn, freeTurn, isStrict, placed, type WantedSlot } from './place-queries.ts'
import type { AppointmentRow, BookingRow, TextKind } from './queries.ts'

/** What goes with a change: sealed words, a declaration about conflicts, a rating. */
export type Along = {
  texts?: readonly { id: string; kind: TextKind; cipher: string }[]
  declared?: { conflict: boolean; unitIds: readonly string[] }
  rating?: 'good' | 'fair' | 'poor' | undefined
  /** Files of the actor's own that nothing else has named. */
  fileIds?: readonly string[]
  notices: readonly NewAlert[]
}

export type NewHold = {
  id: string
  personId: string
  inputHash: string
  holdUntil: Date
  /** Times that she may ask to keep one in a day. */
  perDay: number
  /** When she comes to a lecture, beside what she has booked. */
  signIn?: boolean
}

/** What became of it. `spent`: her turns are taken; `strict`: she has only one; `often`: she has asked too often today. */
export type Held = { number: string | null; spent: boolean; strict: boolean; often: boolean }

/**
 * Keeps a time in ONE statement: the appointment (or a seat in the very same lecture), the booking, its first step. Where somebody
 * else is quicker nothing is written: not by waiting and failing, for `on conflict do nothing` meets both exclusion constraints;
 * and where the appointment was written but no booking, the whole statement is undone (a foreign key violation, 23503).
 */
export const insertHold = async (db: Db, hold: NewHold, place: WantedSlot, step: NewStep, now: Date): Promise<Held> => {
  const [row] = await rowsOf<Held>(
    db,
    sql`
    with turn as materialized (${hold.signIn ? freeSignIn(hold.personId) : freeTurn(hold.personId, now)}), today as materialized (
      select count(*) >= ${hold.perDay}::int as often from bookings where person_id = ${hold.personId}::uuid and created_at > ${moment(now)} - interval '1 day'
    ), ${placed(place, now, sql`exists (select from turn) and not (select often from today)`)}, moved as (
      insert into bookings (id, number, appointment_id, person_id, input_hash, state, seat, turn, hold_until, due_at, due_for, seq, created_at, updated_at)
      select ${hold.id}::uuid, ${numberFrom('booking_numbers', 'Y', now)}, spot.id, ${hold.personId}::uuid, ${hold.inputHash}, 'held', seat.n, turn.n, ${moment(hold.holdUntil)},
        ${moment(hold.holdUntil)}, 'expire', 0, ${moment(now)}, ${moment(now)}
      from spot cross join seat cross join turn
      on conflict do nothing
      returning id, number, appointment_id, seq, state, hold_until
    ), ${stepped(step, place.startsAt, now)}
    select (select number from moved) as number, not exists (select from turn) as spent, ${isStrict(hold.personId, now)} as strict, (select often from today) as often,
      case when exists (select from spot) and not exists (select from moved) then huiyin_refuse('no seat after all') end as fine`,
  )
  return row ?? { number: null, spent: false, strict: false, often: false }
}

/** The columns that a move may change. What is absent stays. */
export type BookingPatch = Partial<
  Pick<
    BookingRow,
    | 'state'
    | 'appointmentId'
    | 'seat'
    | 'turn'
    | 'holdUntil'
    | 'forOther'
    | 'committeeId'
    | 'outcome'
    | 'confirmedAt'
    | 'dueAt'
    | 'dueFor'
  >
>

/** A booking as it was read, and the appointment that it stands in after the move. */
export type Standing = { booking: BookingRow; appointment: Pick<AppointmentRow, 'adviserId' | 'startsAt'> }

/**
 * Moves a booking that still stands at step `seq`: row, seat, history, words, declaration, rating and alerts in ONE statement. Where
 * it leaves its seat and no other is taken, the appointment is over. False when somebody moved it meanwhile; then nothing was
 * written. A repeated event id is a unique violation.
 */
export const moveBooking = async (
  db: Db,
  { booking, appointment }: Standing,
  patch: BookingPatch,
  step: NewStep,
  along: Along,
  now: Date,
): Promise<boolean> => {
  const to = { ...booking, ...patch }
  const leaves = isSeated(booking.state) && (!isSeated(to.state) || to.appointmentId !== booking.appointmentId)
  const quiet = step.answers
    ? sql`, quieted as (${quietLadders(booking.id, sql`moved`)}), withdrawn as (${withdrawnAlerts(booking.id, 'booking-reminder', sql`moved`)})`
    : sql``
  const rows = await rowsOf(
    db,
    sql`
    with moved as (
      update bookings set state = ${to.state}, appointment_id = ${to.appointmentId}::uuid, seat = ${to.seat}::int, turn = ${to.turn}::int, hold_until = ${moment(to.holdUntil)},
        for_other = ${to.forOther}::boolean, committee_id = ${to.committeeId}, outcome = ${to.outcome}, confirmed_at = ${moment(to.confirmedAt)},
        due_at = ${moment(to.dueAt)}, due_for = ${to.dueFor}, seq = seq + 1, updated_at = ${moment(now)}
      where id = ${booking.id}::uuid and seq = ${booking.seq}::int
      returning id, number, appointment_id, seq, state, hold_until
    ), vacated as (
      update appointments a set taken = a.taken - 1, live = a.taken > 1, sequence = a.sequence + case when a.taken > 1 then 0 else 1 end, updated_at = ${moment(now)}
      from moved where a.id = ${booking.appointmentId}::uuid and ${leaves}::boolean
    ), ${stepped(step, appointment.startsAt, now)}, ${alongside(booking, appointment.adviserId, step, along, now)}, ${attachedFiles(along.fileIds ?? [], step.actorId ?? booking.personId, now)}, told_of as (
      select m.id, m.number, a.community_id as area_id from moved m join appointments a on a.id = m.appointment_id
    ), told as (${queuedAlerts(along.notices, { eventId: step.id, actorId: ['book', 'move'].includes(step.event) ? null : step.actorId, now, done: sql`told_of`, followers: noFollowers() })})${quiet}
    select id, (select fine from counted) from moved`,
  )
  return rows.length > 0
}

export const bookingHistory: History = {
  ...{ events: 'booking_events', steps: 'booking_steps', said: 'booking_words', hashes: ['actor'] },
  ...{ matter: 'booking_id', matters: 'bookings' },
  copied: ['appointment_id', 'hold_until'],
}

const stepped = (step: NewStep, startsAt: Date, now: Date): SQL =>
  sql`stepped as (${writtenStep(bookingHistory, step, now, sql`moved`, { starts_at: moment(startsAt) })})`

const alongside = (
  booking: BookingRow,
  adviserId: string,
  step: NewStep,
  { texts = [], declared, rating }: Along,
  now: Date,
): SQL => sql`
    said as (
      insert into booking_texts (id, booking_id, kind, author_id, cipher, at)
      select t.id, m.id, t.kind, ${step.actorId ?? booking.personId}::uuid, t.cipher, ${moment(now)}
      from moved m cross join jsonb_to_recordset(${json(texts)}) as t(id uuid, kind text, cipher text)
    ), declared as (
      insert into booking_declarations (event_id, booking_id, adviser_id, unit_ids, conflict, at)
      select ${step.id}::uuid, id, ${adviserId}::uuid, array(select jsonb_array_elements_text(${json(declared?.unitIds ?? [])})), ${declared?.conflict ?? false}::boolean, ${moment(now)}
      from moved where ${declared !== undefined}::boolean
    ), rated as (
      insert into booking_ratings (booking_id, event_id, adviser_id, rating, at)
      select id, ${step.id}::uuid, ${adviserId}::uuid, ${rating ?? ''}, ${moment(now)} from moved where ${rating !== undefined}::boolean
      on conflict (booking_id) do nothing
    )`
