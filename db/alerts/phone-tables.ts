import type { Rescuer } from '@huiyin/shared/alerts/rescue.ts'
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { areas } from '../grids/tables.ts'

/** The number that residents ring about an area: its own, or a relay that leads there. */
export const areaPhones = pgTable('area_phones', {
  areaId: text('area_id')
    .primaryKey()
    .references(() => areas.id),
  title: text('title').notNull(),
  phone: text('phone').notNull(),
})

/** Whom to ring when life is in danger: of an area (`scope`: its id) or of the whole county (`*`). */
export const rescuePhones = pgTable(
  'rescue_phones',
  {
    scope: text('scope').notNull(),
    rescuer: text('rescuer').$type<Rescuer>().notNull(),
    title: text('title').notNull(),
    phone: text('phone').notNull(),
  },
  t => [primaryKey({ columns: [t.scope, t.rescuer] })],
)
