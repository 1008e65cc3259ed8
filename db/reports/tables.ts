import type { Level } from '@huiyin/shared/grids/area.ts'
import type { UnseenReason } from '@huiyin/shared/reports/report.ts'
import type { Stage } from '@huiyin/shared/reports/report-clock.ts'
import type { ReportKind, Urgency } from '@huiyin/shared/reports/report-kinds.ts'
import type { ReportState } from '@huiyin/shared/reports/report-states.ts'
import { finalStates } from '@huiyin/shared/reports/report-states.ts'
import type { ReportSource } from '@huiyin/shared/reports/two-keys.ts'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, place } from '../core/columns.ts'
import { anyOf } from '../core/values.ts'
import { areas } from '../grids/tables.ts'
import { people, units } from '../people/tables.ts'
import { photos } from '../photos/tables.ts'

export const reportNumbers = pgSequence('report_numbers')

/** A constant, so that partial indexes match under a generic plan. */
const open = sql`state not in ${anyOf(finalStates)}`

export const reports = pgTable(
  'reports',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique(),
    reporterId: uuid('reporter_id')
      .notNull()
      .references(() => people.id),
    source: text('source').$type<ReportSource>().notNull().default('resident'),
    forId: uuid('for_id'),
    inputHash: text('input_hash').notNull(),
    words: text('words'),
    kind: text('kind').$type<ReportKind>().notNull(),
    urgency: text('urgency').$type<Urgency>().notNull(),
    urgencyRule: text('urgency_rule').notNull(),
    state: text('state').$type<ReportState>().notNull(),
    level: text('level').$type<Level>().notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    /** Who has the work in hand, whoever answers for it. */
    handId: uuid('hand_id'),
    unitId: text('unit_id').references(() => units.id),
    gridId: text('grid_id')
      .notNull()
      .references(() => areas.id),
    communityId: text('community_id').notNull(),
    townshipId: text('township_id').notNull(),
    districtId: text('district_id').notNull(),
    buildingId: text('building_id').references(() => areas.id),
    place: text('place').notNull(),
    /** What the reporter typed about the place: for staff and herself only. */
    placeWords: text('place_words'),
    /** As WeChat gave it; the same spot in wgs84 beside it. */
    spotGcj02: place('spot_gcj02'),
    spotWgs84: place('spot_wgs84'),
    acceptBy: at('accept_by').notNull(),
    /** The promise to the resident. It never moves, whatever happens. */
    resolveBy: at('resolve_by').notNull(),
    /** The one next deadline, and what is due then. Both are null only in a final state. */
    dueAt: at('due_at'),
    dueFor: text('due_for').$type<Stage>(),
    calendarSeq: integer('calendar_seq').notNull().default(0),
    /** 督办: until when this level wants it solved; neither owner nor promise changes. `missed` once the clock has said so. */
    superviseBy: at('supervise_by'),
    superviseLevel: text('supervise_level').$type<'township' | 'district'>(),
    superviseMissed: boolean('supervise_missed').notNull().default(false),
    closedAt: at('closed_at'),
    /** When the reporter is next asked whether it is still solved, and since when a question waits for an answer. */
    askAt: at('ask_at'),
    askedAt: at('asked_at'),
    /** The matter of the same kind and place that was closed within 30 days before; and from its side, the one that came again. */
    recursId: uuid('recurs_id').references((): AnyPgColumn => reports.id),
    recurredId: uuid('recurred_id').references((): AnyPgColumn => reports.id),
    falseFixAt: at('false_fix_at'),
    seq: integer('seq').notNull(),
    returns: integer('returns').notNull().default(0),
    reopens: integer('reopens').notNull().default(0),
    joiners: integer('joiners').notNull().default(0),
    coverId: uuid('cover_id'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  t => [
    check('reports_one_clock', sql`(due_at is null) = (state in ${anyOf(finalStates)})`),
    check('reports_clock_has_reason', sql`(due_at is null) = (due_for is null)`),
    index('reports_grid').on(t.gridId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('reports_community').on(t.communityId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('reports_township').on(t.townshipId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('reports_district').on(t.districtId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('reports_unit')
      .on(t.unitId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`unit_id is not null`),
    index('reports_grid_open').on(t.gridId, t.dueAt, t.id).where(open),
    index('reports_community_open').on(t.communityId, t.dueAt, t.id).where(open),
    index('reports_township_open').on(t.townshipId, t.dueAt, t.id).where(open),
    index('reports_district_open').on(t.districtId, t.dueAt, t.id).where(open),
    index('reports_due').on(t.dueAt).where(open),
    index('reports_near').using('gist', t.spotGcj02).where(open),
    index('reports_building_open').on(t.buildingId).where(open),
    index('reports_closed').on(t.townshipId, t.kind, t.closedAt).where(sql`state = 'closed'`),
    index('reports_ask').on(t.askAt).where(sql`ask_at is not null`),
  ],
)

/** Which photo belongs to which step. The pair (photo, owner) must exist: nobody can attach another's photo. */
export const reportPhotos = pgTable(
  'report_photos',
  {
    photoId: uuid('photo_id').primaryKey(),
    ownerId: uuid('owner_id').notNull(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    seq: integer('seq').notNull(),
    position: integer('position').notNull(),
  },
  t => [
    foreignKey({ columns: [t.photoId, t.ownerId], foreignColumns: [photos.id, photos.ownerId] }),
    index('report_photos_report').on(t.reportId, t.seq, t.position),
  ],
)

/** Why a solution has no photo; beside the step that it belongs to. */
export const reportUnseen = pgTable('report_unseen', {
  eventId: uuid('event_id').primaryKey(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id),
  reason: text('reason').$type<UnseenReason>().notNull(),
})

/** Who hears of a report: the reporter, and everybody who said 我也遇到. */
export const reportFollowers = pgTable(
  'report_followers',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    at: at('at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.reportId, t.personId] }),
    index('report_followers_person').on(t.personId, t.at.desc().nullsFirst(), t.reportId.desc().nullsFirst()),
  ],
)

/** Ratings reach staff only as delayed sums, so they stand apart from the history. */
export const reportRatings = pgTable('report_ratings', {
  eventId: uuid('event_id').primaryKey(),
  reportId: uuid('report_id')
    .notNull()
    .references(() => reports.id),
  rating: text('rating').$type<'good' | 'fair' | 'poor'>().notNull(),
  words: text('words'),
  at: at('at').notNull(),
})
