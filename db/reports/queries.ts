import type { Loss } from '@huiyin/shared/photos/photo.ts'
import type { UnseenReason, VisitResult } from '@huiyin/shared/reports/report.ts'
import { handWork } from '@huiyin/shared/reports/report-states.ts'
import { asc, eq, getViewSelectedFields, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, heldAt } from '../core/values.ts'
import { accessLog, people, units } from '../people/tables.ts'
import { photos } from '../photos/tables.ts'
import { reportEvents } from './history-tables.ts'
import { reportPhotos, reports, reportUnseen } from './tables.ts'
import { visits } from './visit-tables.ts'

export type ReportRow = typeof reports.$inferSelect
export type EventRow = typeof reportEvents.$inferSelect

/** A report with what decides who may do what to it: see `ReportSubject`. */
export type ReportInHand = {
  report: ReportRow
  joined: boolean
  visitDrawn: boolean
  /** Whether this person, or whoever asked for it, has done some of the work. */
  worked: boolean
  askerWorked: boolean
  /** The step that was asked for stands already: by a twin of this call, or somebody else's. */
  repeated: boolean
}

/** Whether this person follows the report that the statement reads. */
export const follows = (personId: string) =>
  sql<boolean>`exists (select from report_followers f where f.report_id = ${reports.id} and f.person_id = ${personId}::uuid)`

/** Whether somebody has done some of the work on the report that the statement reads. */
const hasWorked = (person: SQL) =>
  sql<boolean>`exists (select from report_steps s where s.report_id = reports.id and s.actor_id = ${person} and s.event in ${anyOf(handWork)})`

export const findReport = async (
  db: Db,
  id: string,
  personId: string,
  eventId: string | null = null,
): Promise<ReportInHand | undefined> => {
  const [row] = await db
    .select({
      report: reports,
      joined: follows(personId),
      visitDrawn: sql<boolean>`reports.state = 'closed' and exists (select from visits v where v.report_id = reports.id and v.done_at is null)`,
      worked: hasWorked(sql`${personId}::uuid`),
      askerWorked: hasWorked(sql`coalesce(reports.for_id, reports.reporter_id)`),
      repeated: sql<boolean>`exists (select from report_events e where e.id = ${eventId}::uuid)`,
    })
    .from(reports)
    .where(eq(reports.id, id))
  if (!row) return undefined
  const own = [row.report.reporterId, row.report.forId].includes(personId)
  return { ...row, joined: row.joined && !own }
}

export const findEvent = async (db: Db, id: string): Promise<EventRow | undefined> => {
  const [row] = await db.select().from(reportEvents).where(eq(reportEvents.id, id))
  return row
}

export type HistoryRow = EventRow & {
  /** 网格长 王建国: who answered for it after the step; null without a duty at that moment. */
  owner: string | null
  result: VisitResult | null
  unseen: UnseenReason | null
  photos: { id: string; key: string | null; lost: Loss | null }[]
}

/** Title and name of the owner of a step, by the duty that he held then. */
const ownerThen = sql<
  string | null
>`(select p.title || ' ' || o.name from postings p join people o on o.id = p.person_id
  where p.person_id = report_events.owner_id and p.role in ('worker', 'lead', 'officer', 'supervisor') and p.from_at <= report_events.at and (p.until_at is null or p.until_at > report_events.at) order by p.rank, p.id limit 1)`

/** The history of a report from the beginning, each step with its photos, or why there is none, and what a visit heard. */
export const listHistory = async (db: Db, reportId: string): Promise<HistoryRow[]> => {
  const [events, pictures] = await Promise.all([
    db
      .select({
        ...getViewSelectedFields(reportEvents),
        owner: ownerThen,
        result: visits.result,
        unseen: reportUnseen.reason,
      })
      .from(reportEvents)
      .leftJoin(visits, eq(visits.eventId, reportEvents.id))
      .leftJoin(reportUnseen, eq(reportUnseen.eventId, reportEvents.id))
      .where(eq(reportEvents.reportId, reportId))
      .orderBy(asc(reportEvents.seq)),
    db
      .select({ id: photos.id, key: photos.storageKey, lost: photos.lost, seq: reportPhotos.seq })
      .from(reportPhotos)
      .innerJoin(photos, eq(photos.id, reportPhotos.photoId))
      .where(eq(reportPhotos.reportId, reportId))
      .orderBy(asc(reportPhotos.seq), asc(reportPhotos.position)),
  ])
  return events.map(event => ({
    ...event,
    photos: pictures.filter(picture => picture.seq === event.seq),
  }))
}

/** Names around a report: those of its owner, of who has it in hand and its reporter's, the reporter's phone, the partner unit, the grid. */
export const getNames = async (db: Db, report: ReportRow, now: Date) => {
  const titleOf = (person: SQL) =>
    sql`(select title from postings p where p.person_id = ${person} and ${heldAt(now)} order by rank, id limit 1)`
  const [row] = await rowsOf<{
    owner: string
    ownerTitle: string | null
    hand: string | null
    handTitle: string | null
    reporter: string
    phone: string | null
    unit: string | null
    grid: string
  }>(
    db,
    sql`select o.name as owner, r.name as reporter, r.phone_cipher as phone, case g.level when 'grid' then g.name else '' end as grid,
      ${titleOf(sql`o.id`)} as "ownerTitle", h.name as hand, ${titleOf(sql`h.id`)} as "handTitle",
      (select name from ${units} u where u.id = ${report.unitId}) as unit
    from ${people} o left join ${people} h on h.id = ${report.handId}::uuid, ${people} r, areas g
    where o.id = ${report.ownerId}::uuid and r.id = ${report.reporterId}::uuid and g.id = ${report.gridId}`,
  )
  return row as NonNullable<typeof row>
}

/** Who looked at the reporter's phone because of this report. */
export const listReportAccesses = (db: Db, reportId: string) =>
  db
    .select({ by: accessLog.viewer, reason: accessLog.reason, at: accessLog.at })
    .from(accessLog)
    .where(eq(accessLog.matterId, reportId))
    .orderBy(asc(accessLog.at))
