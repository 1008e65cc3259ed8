import { sql } from 'drizzle-orm'
import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { areas } from '../grids/tables.ts'
import { people } from '../people/tables.ts'

/** Secret addresses of calendars: only the SHA-256 of each is kept. One for each adviser, and for each village. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    tokenHash: text('token_hash').primaryKey(),
    adviserId: uuid('adviser_id').references(() => people.id),
    communityId: text('community_id').references(() => areas.id),
    createdAt: at('created_at').notNull(),
  },
  t => [
    check('calendar_feeds_one', sql`(adviser_id is null) <> (community_id is null)`),
    uniqueIndex('calendar_feeds_adviser').on(t.adviserId).where(sql`adviser_id is not null`),
    uniqueIndex('calendar_feeds_community').on(t.communityId).where(sql`community_id is not null`),
  ],
)
