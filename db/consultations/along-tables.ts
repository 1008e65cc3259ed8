import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { people } from '../people/tables.ts'
import { photos } from '../photos/tables.ts'
import { bookings } from './tables.ts'

/** Every word about a booking, sealed by record and field; written once. */
export const bookingTexts = pgTable(
  'booking_texts',
  {
    id: uuid('id').primaryKey(),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    kind: text('kind').$type<'reason' | 'other-side' | 'for-other' | 'record'>().notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    cipher: text('cipher').notNull(),
    at: at('at').notNull(),
  },
  t => [index('booking_texts_booking').on(t.bookingId)],
)

/** What the adviser said of conflicts before he saw the reason. Append-only. */
export const bookingDeclarations = pgTable(
  'booking_declarations',
  {
    eventId: uuid('event_id').primaryKey(),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    adviserId: uuid('adviser_id')
      .notNull()
      .references(() => people.id),
    /** All law firms that he works for. */
    unitIds: text('unit_ids').array().notNull(),
    conflict: boolean('conflict').notNull(),
    at: at('at').notNull(),
  },
  t => [index('booking_declarations_booking').on(t.bookingId)],
)

/** Ratings stand apart from the history: whom they are about never sees one. */
export const bookingRatings = pgTable(
  'booking_ratings',
  {
    bookingId: uuid('booking_id')
      .primaryKey()
      .references(() => bookings.id),
    eventId: uuid('event_id').notNull(),
    adviserId: uuid('adviser_id')
      .notNull()
      .references(() => people.id),
    rating: text('rating').$type<'good' | 'fair' | 'poor'>().notNull(),
    at: at('at').notNull(),
  },
  t => [index('booking_ratings_adviser').on(t.adviserId, t.at)],
)

/** What a village publishes of its adviser beside his name. */
export const adviserContacts = pgTable('adviser_contacts', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  phone: text('phone'),
  photoId: uuid('photo_id').references(() => photos.id),
})
