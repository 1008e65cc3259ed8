import type { PhotoCheck, Rect } from '@huiyin/shared/photos/photo.ts'
import type { Side } from '@huiyin/shared/reports/publication.ts'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { type NewAlert, noFollowers, queuedAlerts } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { json, moment } from '../core/values.ts'
import { takenOver } from '../photos/queries.ts'
import { publicationConsents, publicationEvents, publicationPhotos, publications } from './publication-tables.ts'

export type ConsentRow = typeof publicationConsents.$inferSelect
export type PublicationRow = typeof publications.$inferSelect
export type PublicationEventRow = typeof publicationEvents.$inferSelect
export type PublicationStep = PublicationEventRow

export const findConsent = async (db: Db, id: string): Promise<ConsentRow | undefined> => {
  const [row] = await db.select().from(publicationConsents).where(eq(publicationConsents.id, id))
  return row
}

/** The consent of a report that has not been withdrawn. */
export const findOpenConsent = async (db: Db, reportId: string): Promise<ConsentRow | undefined> => {
  const [row] = await db
    .select()
    .from(publicationConsents)
    .where(and(eq(publicationConsents.reportId, reportId), isNull(publicationConsents.withdrawnAt)))
  return row
}

/** Does nothing when the id is taken or the report has an open consent already. */
export const insertConsent = async (db: Db, row: typeof publicationConsents.$inferInsert): Promise<void> => {
  await db.insert(publicationConsents).values(row).onConflictDoNothing()
}

/**
 * Ends a consent and with it what was published by it. Whoever publishes at this moment is waited for first: one statement would look
 * for his publication as things stood before it waited. A second time changes nothing.
 */
export const endConsent = (db: Db, { id, personId }: ConsentRow, now: Date): Promise<void> =>
  db.transaction(async tx => {
    await rowsOf(tx, sql`select from publication_consents where id = ${id}::uuid for update`)
    await rowsOf(
      tx,
      sql`
    with ended as (
      update publication_consents set withdrawn_at = ${moment(now)} where id = ${id}::uuid and withdrawn_at is null returning id
    ), taken_down as (
      update publications set state = 'withdrawn' where consent_id in (select id from ended) and state <> 'withdrawn' returning id
    )
    insert into publication_events (id, publication_id, event, state, actor_id, actor, input_hash, at)
    select ${id}::uuid, id, 'revoke', 'withdrawn', ${personId}::uuid, '居民', '', ${moment(now)} from taken_down`,
    )
  })

export type CandidateRow = { id: string; key: string | null; fullHash: string | null; side: Side; check: PhotoCheck }

/** Photos of the matter that may be chosen: those it was filed with, and those of its last solution. No long ones (their keys say so): what is copied is one picture of a place. */
export const listOfferedPhotos = (db: Db, reportId: string): Promise<CandidateRow[]> =>
  rowsOf<CandidateRow>(
    db,
    sql`
    select p.id, p.storage_key as key, p.full_hash as "fullHash", p.check_state as "check", case e.event when 'file' then 'before' else 'after' end as side
    from report_events e join report_photos rp on rp.report_id = e.report_id and rp.seq = e.seq join photos p on p.id = rp.photo_id
    where e.report_id = ${reportId}::uuid and p.state = 'stored' and p.storage_key !~ '[.][0-9]+$' and (e.event = 'file'
      or e.seq = (select max(seq) from report_events where report_id = ${reportId}::uuid and event = 'resolve'))
    order by e.seq, rp.position`,
  )

export type NewCopy = {
  id: string
  photoId: string
  side: Side
  rects: readonly Rect[]
  storageKey: string
  fullHash: string
  thumbHash: string
}

type NewPublication = Omit<PublicationRow, 'state' | 'clearedAt'>

/**
 * Publishes: publication, copies, first event and alerts in ONE statement, while the report is closed, the consent stands (neither ends
 * before it is written) and every chosen photo has passed. False when one of these is no longer so, or the report is published already.
 */
export const insertPublication = async (
  db: Db,
  p: NewPublication,
  copies: readonly NewCopy[],
  by: Pick<PublicationEventRow, 'actorId' | 'actor'>,
  notices: readonly NewAlert[],
): Promise<boolean> => {
  const now = p.publishedAt
  const keys = copies.map(it => it.storageKey)
  const rows = await rowsOf(
    db,
    sql`
    with chosen as (
      select * from jsonb_to_recordset(${json(copies)}) as c(id uuid, "photoId" uuid, side text, rects jsonb, "storageKey" text, "fullHash" text, "thumbHash" text)
    ), allowed as (
      select c.id, r.id as report_id, r.number, r.grid_id as area_id from publication_consents c join reports r on r.id = c.report_id
      where c.id = ${p.consentId}::uuid and c.withdrawn_at is null and r.id = ${p.reportId}::uuid and r.state = 'closed'
        and not exists (select from chosen left join photos on photos.id = chosen."photoId" where photos.check_state is distinct from 'pass')
      for share
    ), published as (
      insert into publications (id, report_id, consent_id, kind, village, month, words, state, input_hash, published_at)
      select ${p.id}::uuid, ${p.reportId}::uuid, id, ${p.kind}, ${p.village}, ${p.month}, ${p.words}, 'public', ${p.inputHash}, ${moment(now)} from allowed
      on conflict do nothing
      returning id
    ), done as (select id from published
    ), matter as (select allowed.report_id as id, allowed.number, allowed.area_id from published, allowed
    ), copied as (
      insert into publication_photos (id, publication_id, photo_id, side, rects, storage_key, full_hash, thumb_hash)
      select c.id, d.id, c."photoId", c.side, c.rects, c."storageKey", c."fullHash", c."thumbHash" from chosen c, done d
    ), stepped as (
      insert into publication_events (id, publication_id, event, state, actor_id, actor, input_hash, at)
      select id, id, 'publish', 'public', ${by.actorId}::uuid, ${by.actor}, ${p.inputHash}, ${moment(now)} from done
    ), taken as (${takenOver(keys, sql`done`)}
    ), told as (${queuedAlerts(notices, { eventId: p.id, actorId: by.actorId, now, done: sql`matter`, followers: noFollowers() })})
    select id from done`,
  )
  return rows.length > 0
}

/**
 * Moves a publication that still stands where it was read, with its event and alerts in ONE statement. False when it was
 * moved meanwhile; a repeated event id, or a second complaint of one person, is a unique violation.
 */
export const movePublication = async (
  db: Db,
  from: PublicationRow,
  step: PublicationStep,
  notices: readonly NewAlert[],
): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`
    with moved as (
      update publications set state = ${step.state} where id = ${from.id}::uuid and state = ${from.state} returning id, report_id
    ), done as (select id from moved
    ), matter as (select r.id, r.number, r.grid_id as area_id from moved join reports r on r.id = moved.report_id
    ), stepped as (
      insert into publication_events (id, publication_id, event, state, actor_id, actor, reason, input_hash, at)
      select ${step.id}::uuid, id, ${step.event}, ${step.state}, ${step.actorId}::uuid, ${step.actor}, ${step.reason}, ${step.inputHash}, ${moment(step.at)} from done
    ), told as (${queuedAlerts(notices, { eventId: step.id, actorId: step.actorId, now: step.at, done: sql`matter`, followers: noFollowers() })})
    select id from done`,
  )
  return rows.length > 0
}

export const findPublication = async (db: Db, id: string): Promise<PublicationRow | undefined> => {
  const [row] = await db.select().from(publications).where(eq(publications.id, id))
  return row
}

/** The publication of a report that has not been withdrawn. */
export const findLivePublication = async (db: Db, reportId: string): Promise<PublicationRow | undefined> => {
  const [row] = await db
    .select()
    .from(publications)
    .where(and(eq(publications.reportId, reportId), sql`state <> 'withdrawn'`))
  return row
}

export const findPublicationEvent = async (db: Db, id: string): Promise<PublicationEventRow | undefined> => {
  const [row] = await db.select().from(publicationEvents).where(eq(publicationEvents.id, id))
  return row
}

/** Whether this person has complained of it already. */
export const findComplaint = async (
  db: Db,
  publicationId: string,
  personId: string,
): Promise<PublicationEventRow | undefined> => {
  const [row] = await db
    .select()
    .from(publicationEvents)
    .where(
      and(
        eq(publicationEvents.publicationId, publicationId),
        eq(publicationEvents.actorId, personId),
        eq(publicationEvents.event, 'complain'),
      ),
    )
  return row
}

/** Complaints of a publication, newest first, 20 at most. */
export const listComplaints = (db: Db, publicationId: string) =>
  db
    .select({ reason: publicationEvents.reason, at: publicationEvents.at })
    .from(publicationEvents)
    .where(and(eq(publicationEvents.publicationId, publicationId), eq(publicationEvents.event, 'complain')))
    .orderBy(desc(publicationEvents.at))
    .limit(20)

export const listCopies = (db: Db, publicationId: string) =>
  db
    .select({ id: publicationPhotos.id, side: publicationPhotos.side, key: publicationPhotos.storageKey })
    .from(publicationPhotos)
    .where(eq(publicationPhotos.publicationId, publicationId))
