import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'

/** What the platform's text check says of words a resident wrote. It must be asked within two hours of the visit. */
export const wordChecks = pgTable(
  'word_checks',
  {
    eventId: uuid('event_id').primaryKey(),
    verdict: text('verdict').$type<'pending' | 'pass' | 'review' | 'risky'>().notNull(),
    tries: integer('tries').notNull().default(0),
    dueAt: at('due_at').notNull(),
    code: text('code'),
  },
  t => [index('word_checks_due').on(t.dueAt).where(sql`verdict = 'pending'`)],
)
