import {
  type BookingState,
  liveStates,
  type MeetingOutcome,
  seatedStates,
} from '@huiyin/shared/consultations/booking-states.ts'
import type { Mode } from '@huiyin/shared/consultations/modes.ts'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  index,
  integer,
  pgSequence,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { anyOf } from '../core/values.ts'
import { areas } from '../grids/tables.ts'
import { people } from '../people/tables.ts'
import { officePlaces } from './office-tables.ts'

/** A span of time as PostgreSQL keeps it. Written and read in hand-written statements only. */
const span = customType<{ data: string }>({ dataType: () => 'tstzrange' })

/**
 * What an adviser has on: a meeting, a lecture, a walk-in, leave. Two exclusion constraints (hand-written) have the last word: while
 * live, no two of one adviser overlap with their buffers (`blocked`), and none are in different villages too near in time (`near`).
 */
export const appointments = pgTable(
  'appointments',
  {
    id: uuid('id').primaryKey(),
    adviserId: uuid('adviser_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').$type<'meeting' | 'lecture' | 'walk-in' | 'leave'>().notNull(),
    communityId: text('community_id').references(() => areas.id),
    townshipId: text('township_id').notNull(),
    placeId: uuid('place_id').references(() => officePlaces.id),
    mode: text('mode').$type<Mode>(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    blocked: span('blocked').notNull(),
    near: span('near').notNull(),
    capacity: integer('capacity').notNull(),
    /** Seats that are taken. It ends with the last of them, in the statement that frees it: two at once cannot miss each other. */
    taken: integer('taken').notNull(),
    live: boolean('live').notNull(),
    /** Of what was asked for, where somebody added it by himself: a walk-in, leave. */
    inputHash: text('input_hash').notNull().default(''),
    /** Rises with each change that a calendar has to show. */
    sequence: integer('sequence').notNull().default(0),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  t => [
    check('appointments_forward', sql`ends_at > starts_at`),
    check('appointments_seats', sql`taken between 0 and capacity`),
    index('appointments_adviser').on(t.adviserId, t.startsAt),
    index('appointments_community').on(t.communityId, t.startsAt),
    index('appointments_township').on(t.townshipId, t.startsAt),
  ],
)

export const bookingNumbers = pgSequence('booking_numbers')

/** A seat in an appointment that somebody has asked for. */
export const bookings = pgTable(
  'bookings',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique(),
    appointmentId: uuid('appointment_id')
      .notNull()
      .references(() => appointments.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    inputHash: text('input_hash').notNull(),
    state: text('state').$type<BookingState>().notNull(),
    /** Which seat of the appointment, and which of her own two bookings: both unique while it is live. */
    seat: integer('seat').notNull(),
    turn: integer('turn').notNull(),
    holdUntil: at('hold_until'),
    forOther: boolean('for_other').notNull().default(false),
    /** The village against whose committee it is; null when against none. */
    committeeId: text('committee_id').references(() => areas.id),
    outcome: text('outcome').$type<MeetingOutcome>(),
    /** Her word on it: that it took place. */
    confirmedAt: at('confirmed_at'),
    /** The one next moment at which the clock has something to do, and what. */
    dueAt: at('due_at'),
    dueFor: text('due_for').$type<'expire' | 'evening' | 'hour' | 'lapse'>(),
    seq: integer('seq').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  t => [
    uniqueIndex('bookings_seat')
      .on(t.appointmentId, t.seat)
      .where(sql`state in ${anyOf(seatedStates)}`),
    uniqueIndex('bookings_turn')
      .on(t.personId, t.turn)
      .where(sql`state in ${anyOf(liveStates)}`),
    index('bookings_person').on(t.personId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('bookings_appointment').on(t.appointmentId),
    index('bookings_due').on(t.dueAt).where(sql`due_at is not null`),
  ],
)
