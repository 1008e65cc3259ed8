import type { ComplaintReason } from '@huiyin/shared/matters/complaint.ts'
import type { Rect } from '@huiyin/shared/photos/photo.ts'
import type { ConsentVersion, PublicationState, Side } from '@huiyin/shared/reports/publication.ts'
import type { PublicationEvent } from '@huiyin/shared/reports/publication-life.ts'
import type { ReportKind } from '@huiyin/shared/reports/report-kinds.ts'
import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { people } from '../people/tables.ts'
import { photos } from '../photos/tables.ts'
import { reports } from './tables.ts'

/** That a reporter lets the photos be published: a row for each time she said so, never deleted. */
export const publicationConsents = pgTable(
  'publication_consents',
  {
    id: uuid('id').primaryKey(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Which text she agreed to. */
    version: text('version').$type<ConsentVersion>().notNull(),
    at: at('at').notNull(),
    withdrawnAt: at('withdrawn_at'),
  },
  t => [uniqueIndex('publication_consents_open').on(t.reportId).where(sql`withdrawn_at is null`)],
)

/** A matter as the public sees it. It is public only while its state, its consent and its report all say so. */
export const publications = pgTable(
  'publications',
  {
    id: uuid('id').primaryKey(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    consentId: uuid('consent_id')
      .notNull()
      .references(() => publicationConsents.id),
    kind: text('kind').$type<ReportKind>().notNull(),
    village: text('village').notNull(),
    /** When the matter ended, as 2026-11. */
    month: text('month').notNull(),
    /** What was done, as whoever published it let it out; null where the reporter agreed to the photos alone. */
    words: text('words'),
    state: text('state').$type<PublicationState>().notNull(),
    inputHash: text('input_hash').notNull(),
    publishedAt: at('published_at').notNull(),
    /** When the copies were taken out of the photo store. */
    clearedAt: at('cleared_at'),
  },
  t => [
    uniqueIndex('publications_live').on(t.reportId).where(sql`state <> 'withdrawn'`),
    index('publications_public')
      .on(t.publishedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`state = 'public'`),
    index('publications_to_clear').on(t.id).where(sql`state = 'withdrawn' and cleared_at is null`),
    index('publications_consent').on(t.consentId),
  ],
)

/** The copy of a photo in which faces and plates can no longer be made out. Only these copies are ever public. */
export const publicationPhotos = pgTable(
  'publication_photos',
  {
    id: uuid('id').primaryKey(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    photoId: uuid('photo_id')
      .notNull()
      .references(() => photos.id),
    side: text('side').$type<Side>().notNull(),
    rects: jsonb('rects').$type<Rect[]>().notNull(),
    storageKey: text('storage_key').notNull(),
    /** SHA-256 of both sizes; absent for copies from before it was kept. */
    fullHash: text('full_hash'),
    thumbHash: text('thumb_hash'),
  },
  t => [uniqueIndex('publication_photos_side').on(t.publicationId, t.side)],
)

/** What happened to a publication: append-only (a trigger refuses update and delete). */
export const publicationEvents = pgTable(
  'publication_events',
  {
    id: uuid('id').primaryKey(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    event: text('event').$type<PublicationEvent>().notNull(),
    state: text('state').$type<PublicationState>().notNull(),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => people.id),
    /** The duty at that moment, or 居民: a name is nobody's to keep here. */
    actor: text('actor').notNull(),
    reason: text('reason').$type<ComplaintReason>(),
    inputHash: text('input_hash').notNull(),
    at: at('at').notNull(),
  },
  t => [
    index('publication_events_of').on(t.publicationId, t.at),
    uniqueIndex('publication_events_one_complaint').on(t.publicationId, t.actorId).where(sql`event = 'complain'`),
  ],
)

/** 谢谢: one of each person at most, taken back with one tap. Who it was is nobody's to see: they are only counted. */
export const publicationThanks = pgTable(
  'publication_thanks',
  {
    id: uuid('id').primaryKey(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: at('at').notNull(),
    withdrawnAt: at('withdrawn_at'),
  },
  t => [
    uniqueIndex('publication_thanks_standing').on(t.publicationId, t.personId).where(sql`withdrawn_at is null`),
    index('publication_thanks_person').on(t.personId, t.at.desc().nullsFirst()).where(sql`withdrawn_at is null`),
  ],
)
