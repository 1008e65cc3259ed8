import type { Point } from '@huiyin/shared/core/fields.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type NewAlert, noFollowers, queuedAlerts, quietLadders } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { json, moment, spot } from '../core/values.ts'
import { type History, type NewStep, numberFrom, writtenStep } from '../matters/step-queries.ts'
import { awaitedPhotos } from '../photos/queries.ts'
import type { ReportRow } from './queries.ts'

/** A step of a report. */
export type NewReportStep = NewStep & {
  words: string | null
  staffOnly: boolean
  photoIds: readonly string[]
  /** Words by a resident go to the platform's text check. */
  checkWords: boolean
}

export type NewReport = Omit<
  ReportRow,
  | 'number'
  | 'spotGcj02'
  | 'spotWgs84'
  | 'handId'
  | 'unitId'
  | 'returns'
  | 'reopens'
  | 'joiners'
  | 'seq'
  | 'updatedAt'
  | 'reporterId'
  | 'superviseBy'
  | 'superviseLevel'
  | 'superviseMissed'
  | 'closedAt'
  | 'askAt'
  | 'askedAt'
  | 'recurredId'
  | 'falseFixAt'
> & { reporterId: string; gcj02: Point | null; wgs84: Point | null }

/**
 * Files a report: report, photos named, follower, first step, word check and alerts in ONE statement.
 * Answers its number, or undefined when the id is taken (a repeat, or somebody else's) and nothing was written.
 */
export const insertReport = async (
  db: Db,
  r: NewReport,
  step: NewReportStep,
  notices: readonly NewAlert[],
  extra: SQL = sql``,
): Promise<string | undefined> => {
  const now = r.createdAt
  const done = sql`filed`
  const [row] = await rowsOf<{ number: string }>(
    db,
    sql`
    with filed as (
      insert into reports (id, number, reporter_id, source, for_id, input_hash, words, kind, urgency, urgency_rule, state, level, owner_id,
        grid_id, community_id, township_id, district_id, building_id, place, place_words, spot_gcj02, spot_wgs84,
        accept_by, resolve_by, due_at, due_for, calendar_seq, recurs_id, seq, cover_id, created_at, updated_at)
      values (${r.id}::uuid, ${numberFrom('report_numbers', '', now)},
        ${r.reporterId}::uuid, ${r.source}, ${r.forId}::uuid, ${r.inputHash}, ${r.words}, ${r.kind}, ${r.urgency}, ${r.urgencyRule}, ${r.state}, ${r.level}, ${r.ownerId}::uuid,
        ${r.gridId}, ${r.communityId}, ${r.townshipId}, ${r.districtId}, ${r.buildingId}, ${r.place}, ${r.placeWords}, ${spot(r.gcj02)}, ${spot(r.wgs84)},
        ${moment(r.acceptBy)}, ${moment(r.resolveBy)}, ${moment(r.dueAt)}, ${r.dueFor}, ${r.calendarSeq}::int, ${r.recursId}::uuid, 0, ${r.coverId}::uuid, ${moment(now)}, ${moment(now)})
      on conflict (id) do nothing
      returning id, number, seq, state, level, owner_id, grid_id, grid_id as area_id, due_at
    ), followed as (
      insert into report_followers (person_id, report_id, at) select p.id, filed.id, ${moment(now)} from filed, people p where p.id in (${r.reporterId}::uuid, ${r.forId}::uuid)
    ), ${stepAndNotices(step, notices, r.reporterId, now, done, noFollowers())}${extra}
    select number from filed`,
  )
  return row?.number
}

/** The columns that a move may change. What is absent stays. */
export type Patch = Partial<
  Pick<
    ReportRow,
    | 'state'
    | 'level'
    | 'ownerId'
    | 'handId'
    | 'unitId'
    | 'gridId'
    | 'communityId'
    | 'returns'
    | 'reopens'
    | 'joiners'
    | 'dueAt'
    | 'dueFor'
    | 'calendarSeq'
    | 'superviseBy'
    | 'superviseLevel'
    | 'superviseMissed'
    | 'closedAt'
    | 'askAt'
    | 'askedAt'
  >
>

/**
 * Moves a report that still stands at step `seq`: row, history, photos, word check and alerts in ONE statement.
 * False when somebody moved it meanwhile; then nothing was written. A repeated event id is a unique violation.
 * `steps` is 2 when one of the extras is `stepBefore`.
 */
export const moveReport = async (
  db: Db,
  report: ReportRow,
  patch: Patch,
  step: NewReportStep,
  notices: readonly NewAlert[],
  now: Date,
  extras: readonly SQL[] = [],
  steps = 1,
): Promise<boolean> => {
  const to = { ...report, ...patch }
  const followers = sql`(select person_id from report_followers where report_id = ${report.id}::uuid)`
  const quiet = step.answers ? sql`, quieted as (${quietLadders(report.id, sql`moved`)})` : sql``
  const rows = await rowsOf(
    db,
    sql`
    with moved as (
      update reports set state = ${to.state}, level = ${to.level}, owner_id = ${to.ownerId}::uuid, hand_id = ${to.handId}::uuid, unit_id = ${to.unitId},
        grid_id = ${to.gridId}, community_id = ${to.communityId}, returns = ${to.returns}::int, reopens = ${to.reopens}::int, joiners = ${to.joiners}::int,
        due_at = ${moment(to.dueAt)}, due_for = ${to.dueFor}, calendar_seq = ${to.calendarSeq}::int, supervise_by = ${moment(to.superviseBy)}, supervise_level = ${to.superviseLevel},
        supervise_missed = ${to.superviseMissed}::boolean, closed_at = ${moment(to.closedAt)}, ask_at = ${moment(to.askAt)}, asked_at = ${moment(to.askedAt)},
        seq = seq + ${steps}::int, updated_at = ${moment(now)}
      where id = ${report.id}::uuid and seq = ${report.seq}::int
      returning id, number, seq, state, level, owner_id, grid_id, grid_id as area_id, township_id, due_at
    )${sql.join([...extras], sql``)}, ${stepAndNotices(step, notices, step.actorId, now, steps === 2 ? sql`ready` : sql`moved`, followers)}${quiet}
    select id from moved`,
  )
  return rows.length > 0
}

export const reportHistory: History = {
  ...{ events: 'report_events', steps: 'report_steps', said: 'report_words', hashes: ['actor', 'words'] },
  ...{ matter: 'report_id', matters: 'reports' },
  copied: ['level', 'owner_id', 'grid_id', 'due_at'],
}

/** The step itself, as the row that `done` gives back stands now. */
export const writtenReportStep = (step: NewReportStep, now: Date, done: SQL): SQL =>
  writtenStep(reportHistory, step, now, done, {
    words: sql`${step.words}`,
    staff_only: sql`${step.staffOnly}::boolean`,
  })

/** The common tail: what every change writes besides the report itself. */
const stepAndNotices = (
  step: NewReportStep,
  notices: readonly NewAlert[],
  actorId: string | null,
  now: Date,
  done: SQL,
  followers: SQL,
) => sql`
    stepped as (${writtenReportStep(step, now, done)}), named as (${awaitedPhotos(step.photoIds, actorId ?? '00000000-0000-0000-0000-000000000000', now, done)}
    ), pictured as (
      insert into report_photos (photo_id, owner_id, report_id, seq, position)
      select p.id, ${actorId}::uuid, d.id, d.seq, p.position
      from ${done} d cross join (select value::uuid, ordinality from jsonb_array_elements_text(${json(step.photoIds)}) with ordinality) as p(id, position)
    ), checked as (
      insert into word_checks (event_id, verdict, due_at) select ${step.id}::uuid, 'pending', ${moment(now)} from ${done} where ${step.checkWords}::boolean
    ), told as (${queuedAlerts(notices, { eventId: step.id, actorId: step.event === 'file' ? null : step.actorId, now, done, followers })})`
