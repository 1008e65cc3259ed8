import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { people } from '../people/tables.ts'

/** A photo is known from the moment a report names it (`awaited`); its bytes may come later (`stored`). */
export const photos = pgTable(
  'photos',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    state: text('state').$type<'awaited' | 'stored'>().notNull(),
    /** Random, unrelated to the id: knowing an id opens nothing. */
    storageKey: text('storage_key'),
    sourceHash: text('source_hash'),
    fullHash: text('full_hash'),
    thumbHash: text('thumb_hash'),
    width: integer('width'),
    height: integer('height'),
    bytes: integer('bytes'),
    createdAt: at('created_at').notNull(),
    storedAt: at('stored_at'),
  },
  t => [unique('photos_id_owner').on(t.id, t.ownerId), index('photos_owner').on(t.ownerId, t.createdAt)],
)
