import type { crashPlatforms } from '@huiyin/shared/crashes/crash.ts'
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'

/** Errors on phones, one row for each kind: what it is called, where, and how often. Nothing of anybody's. */
export const crashes = pgTable(
  'crashes',
  {
    /** SHA-256 of all that says which it is. */
    fingerprint: text('fingerprint').primaryKey(),
    kind: text('kind').notNull(),
    page: text('page').notNull(),
    platform: text('platform').$type<(typeof crashPlatforms)[number]>().notNull(),
    version: text('version').notNull(),
    frames: jsonb('frames').$type<string[]>().notNull(),
    count: integer('count').notNull(),
    firstAt: at('first_at').notNull(),
    lastAt: at('last_at').notNull(),
  },
  t => [index('crashes_last').on(t.lastAt)],
)
