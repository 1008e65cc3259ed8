import type { Role } from '@huiyin/shared/core/policy.ts'
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { areas } from '../grids/tables.ts'

/**
 * A WeChat account. The phone is kept enciphered, with a keyed index to find it and a mask to show it. Staff may also be
 * known to WeCom, follow the service account, and have agreed to staff messages (用工关系).
 */
export const people = pgTable('people', {
  id: uuid('id').primaryKey().defaultRandom(),
  openid: text('openid').unique(),
  name: text('name').notNull().default(''),
  phoneCipher: text('phone_cipher'),
  phoneIndex: text('phone_index').unique(),
  phoneMask: text('phone_mask'),
  homeId: text('home_id').references(() => areas.id),
  wecomUserid: text('wecom_userid').unique(),
  serviceOpenid: text('service_openid').unique(),
  employeeAt: at('employee_at'),
  createdAt: at('created_at').notNull(),
})

/** A partner (property company, urban management, water, power: does jobs that a grid cannot), or a law firm. */
export const units = pgTable(
  'units',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    kind: text('kind').$type<'partner' | 'firm'>().notNull().default('partner'),
    work: text('work').notNull(),
    townshipId: text('township_id')
      .notNull()
      .references(() => areas.id),
  },
  t => [index('units_township').on(t.townshipId)],
)

/** Who holds which duty where. The lowest `rank` of an area answers for it first. Never deleted: `untilAt` ends it. */
export const postings = pgTable(
  'postings',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<Role>().notNull(),
    title: text('title').notNull(),
    areaId: text('area_id')
      .notNull()
      .references(() => areas.id),
    unitId: text('unit_id').references(() => units.id),
    rank: integer('rank').notNull().default(0),
    fromAt: at('from_at').notNull(),
    untilAt: at('until_at'),
  },
  t => [
    index('postings_person').on(t.personId),
    index('postings_area').on(t.areaId, t.role),
    index('postings_unit').on(t.unitId),
  ],
)

/** Only the SHA-256 of a token is kept: a stolen table signs nobody in. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  t => [index('sessions_person').on(t.personId)],
)

/** Every look at a phone number or at a question. The person looked at can read this. */
export const accessLog = pgTable(
  'looks',
  {
    id: uuid('id').primaryKey(),
    subjectId: uuid('subject_id')
      .notNull()
      .references(() => people.id),
    viewerId: uuid('viewer_id')
      .notNull()
      .references(() => people.id),
    viewer: text('viewer').notNull(),
    reason: text('reason').notNull(),
    /** At her phone number, or at what she asked the lawyer. */
    what: text('what').$type<'phone' | 'question'>().notNull().default('phone'),
    /** The report or question that was the occasion. */
    matterId: uuid('report_id'),
    inputHash: text('input_hash').notNull(),
    at: at('at').notNull(),
    /** Place among the looks at this person, and the seal: both are set by the database itself (docs/decisions/0013). */
    seq: integer('seq').notNull().default(0),
    seal: text('seal').notNull().default(''),
  },
  t => [
    unique('looks_seq').on(t.subjectId, t.seq),
    index('looks_subject').on(t.subjectId, t.at),
    index('looks_report').on(t.matterId),
  ],
)
