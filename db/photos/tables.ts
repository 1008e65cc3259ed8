import { type Loss, openChecks, type PhotoCheck } from '@huiyin/shared/photos/photo.ts'
import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { anyOf } from '../core/values.ts'
import { people } from '../people/tables.ts'

/** Bytes that are not awaited any more: `refused` for what they are, or `expired`, for they never came. */
const awaitedInVain = () => ({ lost: text('lost').$type<Loss>(), lostAt: at('lost_at') })

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
    checkState: text('check_state').$type<PhotoCheck>().notNull().default('none'),
    /** The platform's name for the check that is under way or done. */
    checkTrace: text('check_trace'),
    /** `waiting`: when to ask; `asked`: when to stop waiting for the result. */
    checkDueAt: at('check_due_at'),
    checkTries: integer('check_tries').notNull().default(0),
    /** Which part of a long picture the check is about; all before it have passed. */
    checkPart: integer('check_part').notNull().default(1),
    ...awaitedInVain(),
  },
  t => [
    unique('photos_id_owner').on(t.id, t.ownerId),
    index('photos_awaited').on(t.createdAt).where(sql`state = 'awaited' and lost is null`),
    index('photos_lost').on(t.lostAt).where(sql`lost is not null`),
    index('photos_owner').on(t.ownerId, t.createdAt),
    index('photos_check_due')
      .on(t.checkDueAt)
      .where(sql`check_state in ${anyOf(openChecks)}`),
    index('photos_check_trace').on(t.checkTrace).where(sql`check_state = 'asked'`),
  ],
)

/** Keys that bytes are written under before any row names them. What is still here after hours belongs to nobody. */
export const photoKeys = pgTable('photo_keys', { key: text('key').primaryKey(), at: at('at').notNull() }, t => [
  index('photo_keys_at').on(t.at),
])

/** Results that came before their photo knew its trace; kept for a day. */
export const heardChecks = pgTable(
  'heard_checks',
  {
    trace: text('trace').primaryKey(),
    verdict: text('verdict').$type<HeardVerdict>().notNull(),
    at: at('at').notNull(),
  },
  t => [index('heard_checks_at').on(t.at)],
)

/** `again`: the platform could not fetch the photo. */
export type HeardVerdict = 'pass' | 'review' | 'risky' | 'again'

/** Photos and PDFs of confidential matters, enciphered, each with a key of its own. Known from the moment one is named, or its bytes are kept. */
export const sealedFiles = pgTable(
  'sealed_files',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    /** The question, or the booking, that names it, and the step that did. */
    matterId: uuid('matter_id'),
    seq: integer('seq'),
    position: integer('position').notNull().default(0),
    kind: text('kind').$type<'photo' | 'pdf'>(),
    storageKey: text('storage_key'),
    /** The key of its bytes, sealed. */
    keyCipher: text('key_cipher'),
    /** Keyed. */
    sourceHash: text('source_hash'),
    createdAt: at('created_at').notNull(),
    ...awaitedInVain(),
  },
  t => [
    index('sealed_files_awaited').on(t.createdAt).where(sql`storage_key is null and lost is null`),
    index('sealed_files_lost').on(t.lostAt).where(sql`lost is not null`),
    index('sealed_files_matter').on(t.matterId, t.seq, t.position),
    index('sealed_files_owner').on(t.ownerId, t.createdAt),
    index('sealed_files_unattached').on(t.createdAt).where(sql`matter_id is null`),
  ],
)

/** How often a person has sent photos and files on one day (Shanghai), with all that were refused. */
export const uploadTallies = pgTable(
  'upload_tallies',
  {
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    day: date('day').notNull(),
    tries: integer('tries').notNull(),
  },
  t => [primaryKey({ columns: [t.ownerId, t.day] })],
)
