import type { BookingEvent, BookingState } from '@huiyin/shared/consultations/booking-states.ts'
import { integer, pgTable, pgView, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { erasedWhole, saidColumns, saidOrRole, stepColumns } from '../matters/tables.ts'
import { people } from '../people/tables.ts'
import { bookings } from './tables.ts'

/** The history of a booking without a word or a name of anybody: append-only and sealed. `booking_events` puts the names beside it. */
export const bookingSteps = pgTable(
  'booking_steps',
  {
    id: uuid('id').primaryKey(),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    seq: integer('seq').notNull(),
    event: text('event').$type<BookingEvent>().notNull(),
    state: text('state').$type<BookingState>().notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    startsAt: at('starts_at').notNull(),
    holdUntil: at('hold_until'),
    actorId: uuid('actor_id').references(() => people.id),
    ...stepColumns(),
  },
  t => [unique('booking_events_seq').on(t.bookingId, t.seq), saidOrRole('booking_steps_said')],
)

export const bookingWords = pgTable(
  'booking_words',
  {
    stepId: uuid('step_id')
      .notNull()
      .references(() => bookingSteps.id),
    ...saidColumns(),
  },
  t => [primaryKey({ columns: [t.stepId, t.what] }), erasedWhole('booking_words_erased')],
)

/** The history as it is read and added to. */
export const bookingEvents = pgView('booking_events', {
  id: uuid('id').notNull(),
  bookingId: uuid('booking_id').notNull(),
  seq: integer('seq').notNull(),
  event: text('event').$type<BookingEvent>().notNull(),
  state: text('state').$type<BookingState>().notNull(),
  appointmentId: uuid('appointment_id').notNull(),
  startsAt: at('starts_at').notNull(),
  holdUntil: at('hold_until'),
  actorId: uuid('actor_id'),
  actor: text('actor').notNull(),
  inputHash: text('input_hash').notNull(),
  at: at('at').notNull(),
  seal: text('seal').notNull(),
}).existing()
