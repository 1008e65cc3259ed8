import type { Mode } from '@huiyin/shared/consultations/modes.ts'
import { boolean, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { areas } from '../grids/tables.ts'
import { people } from '../people/tables.ts'

const day = (name: string) => date(name, { mode: 'string' })

/** Where one meets: the village's legal room, its 议事厅. The code is what its check-in poster shows. */
export const officePlaces = pgTable(
  'office_places',
  {
    id: uuid('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => areas.id),
    name: text('name').notNull(),
    code: text('code').notNull().unique(),
    retired: boolean('retired').notNull().default(false),
  },
  t => [index('office_places_community').on(t.communityId)],
)

const shape = {
  adviserId: uuid('adviser_id')
    .notNull()
    .references(() => people.id),
  communityId: text('community_id')
    .notNull()
    .references(() => areas.id),
  placeId: uuid('place_id')
    .notNull()
    .references(() => officePlaces.id),
  mode: text('mode').$type<Mode>().notNull(),
  slotMinutes: integer('slot_minutes').notNull(),
  bufferMinutes: integer('buffer_minutes').notNull(),
  noticeMinutes: integer('notice_minutes').notNull(),
  horizonDays: integer('horizon_days').notNull(),
  capacity: integer('capacity').notNull(),
}

/** Weekly hours; never deleted: `until` ends them. Minutes of the day in Shanghai. */
export const officeHours = pgTable(
  'office_hours',
  {
    id: uuid('id').primaryKey(),
    ...shape,
    weekday: integer('weekday').notNull(),
    fromMinute: integer('from_minute').notNull(),
    toMinute: integer('to_minute').notNull(),
    since: day('since').notNull(),
    until: day('until'),
    onDaysOff: boolean('on_days_off').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  t => [index('office_hours_adviser').on(t.adviserId), index('office_hours_community').on(t.communityId)],
)

/** Hours of one day beside the weekly ones. */
export const officeExtras = pgTable(
  'office_extras',
  {
    id: uuid('id').primaryKey(),
    ...shape,
    day: day('day').notNull(),
    fromMinute: integer('from_minute').notNull(),
    toMinute: integer('to_minute').notNull(),
    removed: boolean('removed').notNull().default(false),
  },
  t => [
    index('office_extras_adviser').on(t.adviserId, t.day),
    index('office_extras_community').on(t.communityId, t.day),
  ],
)
