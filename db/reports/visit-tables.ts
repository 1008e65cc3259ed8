import type { VisitResult } from '@huiyin/shared/reports/report.ts'
import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { reports } from './tables.ts'

/** 回访: a closing that the township asks the reporter about. Written with the closing; why it was drawn is kept nowhere. */
export const visits = pgTable(
  'visits',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    townshipId: text('township_id').notNull(),
    /** The step that closed the matter. */
    seq: integer('seq').notNull(),
    dueAt: at('due_at').notNull(),
    result: text('result').$type<VisitResult>(),
    /** The step of the history that holds the result. */
    eventId: uuid('event_id').unique(),
    doneAt: at('done_at'),
  },
  t => [
    unique('visits_once').on(t.reportId, t.seq),
    index('visits_open').on(t.townshipId, t.dueAt, t.id).where(sql`done_at is null`),
  ],
)

/** Of a hundred closings, how many are visited besides the badly rated ones. `scope` is a township's id, or `*`. */
export const visitShares = pgTable('visit_shares', {
  scope: text('scope').primaryKey(),
  percent: integer('percent').notNull(),
})
