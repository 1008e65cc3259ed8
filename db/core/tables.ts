import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns.ts'

/** Access tokens that all instances share: one fetches, the others wait for it. Kept enciphered. */
export const sharedTokens = pgTable('shared_tokens', {
  name: text('name').primaryKey(),
  cipher: text('cipher'),
  hash: text('hash'),
  /** Until when it is good; null or past: it must be fetched. Database time. */
  until: at('until'),
  /** Whoever holds this lease is fetching. */
  fetchingUntil: at('fetching_until'),
})

/**
 * What the clocks have in hand or have set aside. `until`: nobody else takes the item before; a lease that runs out, or the wait after
 * a failure. An item without a row is free.
 */
export const clockWork = pgTable(
  'clock_work',
  {
    clock: text('clock').notNull(),
    itemId: uuid('item_id').notNull(),
    until: at('until').notNull(),
    /** Tries in a row that failed, since when, and why the last one did. */
    failures: integer('failures').notNull().default(0),
    since: at('since'),
    code: text('code'),
  },
  t => [primaryKey({ columns: [t.clock, t.itemId] }), index('clock_work_aside').on(t.since).where(sql`failures > 0`)],
)

/** How the last rounds of each clock ended, whichever process ran them. */
export const clockRounds = pgTable('clock_rounds', {
  clock: text('clock').primaryKey(),
  failedInRow: integer('failed_in_row').notNull(),
  lastDoneAt: at('last_done_at'),
  lastFailedAt: at('last_failed_at'),
  code: text('code'),
})
