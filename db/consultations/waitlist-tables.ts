import { sql } from 'drizzle-orm'
import { date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { areas } from '../grids/tables.ts'
import { people } from '../people/tables.ts'
import { bookings } from './tables.ts'

/** Who waits for a time in these days, first come first served; one entry for each person and village. */
export const waitlist = pgTable(
  'waitlist',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    communityId: text('community_id')
      .notNull()
      .references(() => areas.id),
    adviserId: uuid('adviser_id').references(() => people.id),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    untilDay: date('until_day', { mode: 'string' }).notNull(),
    state: text('state').$type<'waiting' | 'offered' | 'left'>().notNull(),
    offeredId: uuid('offered_id').references(() => bookings.id),
    createdAt: at('created_at').notNull(),
  },
  t => [
    index('waitlist_waiting').on(t.createdAt, t.id).where(sql`state = 'waiting'`),
    uniqueIndex('waitlist_once').on(t.personId, t.communityId).where(sql`state = 'waiting'`),
  ],
)
