import type { AreaLevel } from '@huiyin/shared/grids/area.ts'
import { type AnyPgColumn, boolean, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, place, ring } from '../core/columns.ts'

/** District, township, community, grid, building as one tree; `path` is `/d/t/c/g/b/` of ids. */
export const areas = pgTable(
  'areas',
  {
    id: text('id').primaryKey(),
    level: text('level').$type<AreaLevel>().notNull(),
    name: text('name').notNull(),
    parentId: text('parent_id').references((): AnyPgColumn => areas.id),
    path: text('path').notNull().unique(),
    centerGcj02: place('center_gcj02'),
    boundaryGcj02: ring('boundary_gcj02'),
    retired: boolean('retired').notNull().default(false),
  },
  t => [
    index('areas_parent').on(t.parentId, t.name),
    index('areas_center').using('gist', t.centerGcj02),
    index('areas_boundary').using('gist', t.boundaryGcj02),
  ],
)

/** Days that the administrator sets by hand, above the yearly notice of the State Council. */
export const calendarDays = pgTable('calendar_days', {
  day: date('day', { mode: 'string' }).primaryKey(),
  working: boolean('working').notNull(),
  name: text('name').notNull(),
})

/** Every change of these days, in the order of entry: `working` null where an entered day was taken back. What stood before the first is in none. */
export const calendarChanges = pgTable('calendar_changes', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  day: date('day', { mode: 'string' }).notNull(),
  /** What was entered for the day before, null where nothing was. */
  before: boolean('before'),
  working: boolean('working'),
  at: at('at').notNull(),
})

/** Years whose days the administrator has entered whole, where no notice is in the package yet. */
export const calendarYears = pgTable('calendar_years', {
  year: text('year').primaryKey(),
  at: at('at').notNull(),
})

/**
 * How long each stage may take. `scope` is a township's id, or `*` for everybody; `subject`: of what, in the words of its room: an urgency,
 * `question`, `danger`, `office`.
 * `clock`: `always` runs day and night, `workdays` stops on days off, `hours` runs only in working hours.
 */
export const deadlines = pgTable(
  'deadlines',
  {
    scope: text('scope').notNull(),
    subject: text('urgency').notNull(),
    stage: text('stage').notNull(),
    minutes: integer('minutes').notNull(),
    clock: text('clock').notNull(),
  },
  t => [primaryKey({ columns: [t.scope, t.subject, t.stage] })],
)
