import type { Level } from '@huiyin/shared/grids/area.ts'
import type { ReportEvent, ReportState } from '@huiyin/shared/reports/report-states.ts'
import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, pgView, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { erasedWhole, saidColumns, saidOrRole, stepColumns } from '../matters/tables.ts'
import { people } from '../people/tables.ts'
import { reports } from './tables.ts'

/**
 * The history as it lies: append-only and sealed row by row, `seq` without gaps from 0. The program reads and adds steps through
 * the view `report_events`, which puts names and words beside it (docs/decisions/0020).
 */
export const reportSteps = pgTable(
  'report_steps',
  {
    id: uuid('id').primaryKey(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    seq: integer('seq').notNull(),
    event: text('event').$type<ReportEvent>().notNull(),
    state: text('state').$type<ReportState>().notNull(),
    level: text('level').$type<Level>().notNull(),
    ownerId: uuid('owner_id').notNull(),
    gridId: text('grid_id').notNull(),
    /** Null when the clock did it. */
    actorId: uuid('actor_id').references(() => people.id),
    ...stepColumns(),
    wordsHash: text('words_hash'),
    staffOnly: boolean('staff_only').notNull().default(false),
    dueAt: at('due_at'),
  },
  t => [
    unique('report_events_seq').on(t.reportId, t.seq),
    index('report_steps_resolved').on(t.actorId, t.at).where(sql`event = 'resolve'`),
    saidOrRole('report_steps_said'),
  ],
)

export const reportWords = pgTable(
  'report_words',
  {
    stepId: uuid('step_id')
      .notNull()
      .references(() => reportSteps.id),
    ...saidColumns(),
  },
  t => [primaryKey({ columns: [t.stepId, t.what] }), erasedWhole('report_words_erased')],
)

/** The history as it is read and added to: what was erased reads 已删除. */
export const reportEvents = pgView('report_events', {
  id: uuid('id').notNull(),
  reportId: uuid('report_id').notNull(),
  seq: integer('seq').notNull(),
  event: text('event').$type<ReportEvent>().notNull(),
  state: text('state').$type<ReportState>().notNull(),
  level: text('level').$type<Level>().notNull(),
  ownerId: uuid('owner_id').notNull(),
  gridId: text('grid_id').notNull(),
  actorId: uuid('actor_id'),
  /** Duty and name at that moment, or 居民. */
  actor: text('actor').notNull(),
  words: text('words'),
  staffOnly: boolean('staff_only').notNull(),
  dueAt: at('due_at'),
  inputHash: text('input_hash').notNull(),
  at: at('at').notNull(),
  seal: text('seal').notNull(),
}).existing()
