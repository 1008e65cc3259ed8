import { pgTable, text } from 'drizzle-orm/pg-core'
import { areas } from '../grids/tables.ts'

/** The number that residents ring about an area: its own, or a relay that leads there. */
export const areaPhones = pgTable('area_phones', {
  areaId: text('area_id')
    .primaryKey()
    .references(() => areas.id),
  title: text('title').notNull(),
  phone: text('phone').notNull(),
})
