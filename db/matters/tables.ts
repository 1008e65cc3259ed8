import { sql } from 'drizzle-orm'
import { boolean, check, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'

/** What of a step can be erased: the name of who acted, or the words that went with it. */
export type What = 'actor' | 'words'

/** Where each history stood before it was sealed anew, once: the new chain begins with `seal`. `intact`: the old chain was whole. */
export const keptSeals = pgTable(
  'kept_seals',
  {
    history: text('history').notNull(),
    matterId: uuid('matter_id').notNull(),
    seq: integer('seq').notNull(),
    seal: text('seal').notNull(),
    intact: boolean('intact').notNull(),
  },
  t => [primaryKey({ columns: [t.history, t.matterId] })],
)

/**
 * Columns of a room's words and names beside its history: the step holds `salted_hash(salt, text)` alone. Text and salt are
 * erased together, once; who did it and why stays (a trigger refuses any other change).
 */
export const saidColumns = () => ({
  what: text('what').$type<What>().notNull(),
  text: text('text'),
  salt: text('salt'),
  erasedAt: at('erased_at'),
  erasedBy: text('erased_by'),
  erasedWhy: text('erased_why'),
})

export const erasedWhole = (name: string) =>
  check(
    name,
    sql`(text is null) = (erased_at is not null) and (text is null) = (salt is null) and (erased_at is null) = (erased_by is null) and (erased_at is null) = (erased_why is null)`,
  )

/** Columns of every history, whatever it is about. */
export const stepColumns = () => ({
  /** The first day of the month in which the matter was filed: the same in all its steps, so that histories can be parted by it. */
  month: date('month'),
  /** A role that is nobody's name (居民, 系统 …); else null, and the hash of duty and name at that moment. */
  actor: text('actor'),
  actorHash: text('actor_hash'),
  /** Tells a repeat from another tap. Not sealed: it is emptied when the words it was made of are erased. */
  inputHash: text('input_hash').notNull(),
  at: at('at').notNull(),
  /** Hash of this row and of the seal before it: the database sets it itself (docs/decisions/0013). */
  seal: text('seal').notNull().default(''),
})

export const saidOrRole = (name: string) =>
  check(name, sql`month is not null and (actor is null) <> (actor_hash is null)`)
