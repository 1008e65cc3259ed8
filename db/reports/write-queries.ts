import type { Point } from '@huiyin/shared/core/fields.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { NewAlert } from '../alerts/queries.ts'
import { queuedAlerts, quietLadders } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { json, moment, spot } from '../core/values.ts'
import { awaitedPhotos } from '../photos/queries.ts'
import type { ReportRow } from './queries.ts'

/** A step of the history, as it is written with the change. */
export type NewStep = {
  id: string
  event: string
  actorId: string | null
  actor: string
  words: string | null
  staffOnly: boolean
  inputHash: string
  photoIds: readonly string[]
  /** Words by a resident go to the platform's text check. */
  checkWords: boolean
}

export type NewReport = Omit<
  ReportRow,
  | 'number'
  | 'spotGcj02'
  | 'spotWgs84'
  | 'unitId'
  | 'returns'
  | 'reopens'
  | 'joiners'
  | 'seq'
  | 'updatedAt'
  | 'reporterId'
> & { reporterId: string; gcj02: Point | null; wgs84: Point | null }

/** Day in Shanghai and running number: five digits, more when five no longer hold it. */
const numberOn = (day: Date) => sql`(
  select to_char(${moment(day)} at time zone 'Asia/Shanghai', 'YYMMDD') || lpad(n, greatest(length(n), 5), '0')
  from (select nextval('report_numbers')::text) as ticket(n))`

const none = sql`(select null::uuid where false)`

/**
 * Files a report: report, photos named, follower, first step, word check and alerts in ONE statement.
 * Answers its number, or undefined when the id is taken (a repeat, or somebody else's) and nothing was written.
 */
export const insertReport = async (
  db: Db,
  r: NewReport,
  step: NewStep,
  news: readonly NewAlert[],
): Promise<string | undefined> => {
  const now = r.createdAt
  const done = sql`filed`
  const [row] = await rowsOf<{ number: string }>(
    db,
    sql`
    with filed as (
      insert into reports (id, number, reporter_id, input_hash, words, kind, urgency, urgency_rule, state, level, owner_id,
        grid_id, community_id, township_id, district_id, building_id, place, place_words, spot_gcj02, spot_wgs84,
        accept_by, resolve_by, due_at, due_for, seq, cover_id, created_at, updated_at)
      values (${r.id}::uuid, ${numberOn(now)},
        ${r.reporterId}::uuid, ${r.inputHash}, ${r.words}, ${r.kind}, ${r.urgency}, ${r.urgencyRule}, ${r.state}, ${r.level}, ${r.ownerId}::uuid,
        ${r.gridId}, ${r.communityId}, ${r.townshipId}, ${r.districtId}, ${r.buildingId}, ${r.place}, ${r.placeWords}, ${spot(r.gcj02)}, ${spot(r.wgs84)},
        ${moment(r.acceptBy)}, ${moment(r.resolveBy)}, ${moment(r.dueAt)}, ${r.dueFor}, 0, ${r.coverId}::uuid, ${moment(now)}, ${moment(now)})
      on conflict (id) do nothing
      returning id, number, seq, state, level, owner_id, grid_id, due_at
    ), followed as (
      insert into report_followers (person_id, report_id, at) select ${r.reporterId}::uuid, id, ${moment(now)} from filed
    ), ${stepAndNews(step, news, r.reporterId, now, done, none)}
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
    | 'unitId'
    | 'gridId'
    | 'communityId'
    | 'returns'
    | 'reopens'
    | 'joiners'
    | 'dueAt'
    | 'dueFor'
  >
>

/**
 * Moves a report that still stands at step `seq`: row, history, photos, word check and alerts in ONE statement.
 * False when somebody moved it meanwhile; then nothing was written. A repeated event id is a unique violation.
 */
export const moveReport = async (
  db: Db,
  report: ReportRow,
  patch: Patch,
  step: NewStep,
  news: readonly NewAlert[],
  now: Date,
  extra: SQL = sql``,
): Promise<boolean> => {
  const to = { ...report, ...patch }
  const followers = sql`(select person_id from report_followers where report_id = ${report.id}::uuid)`
  // Whoever moves a matter has answered for it; a note or one more neighbour answers nothing.
  const answers = step.event !== 'note' && step.event !== 'join'
  const quiet = answers ? sql`, quieted as (${quietLadders(report.id, sql`moved`)})` : sql``
  const rows = await rowsOf(
    db,
    sql`
    with moved as (
      update reports set state = ${to.state}, level = ${to.level}, owner_id = ${to.ownerId}::uuid, unit_id = ${to.unitId},
        grid_id = ${to.gridId}, community_id = ${to.communityId}, returns = ${to.returns}::int, reopens = ${to.reopens}::int, joiners = ${to.joiners}::int,
        due_at = ${moment(to.dueAt)}, due_for = ${to.dueFor}, seq = seq + 1, updated_at = ${moment(now)}
      where id = ${report.id}::uuid and seq = ${report.seq}::int
      returning id, number, seq, state, level, owner_id, grid_id, due_at
    ), ${stepAndNews(step, news, step.actorId, now, sql`moved`, followers)}${quiet}${extra}
    select id from moved`,
  )
  return rows.length > 0
}

/** The common tail: what every change writes besides the report itself. */
const stepAndNews = (
  step: NewStep,
  news: readonly NewAlert[],
  actorId: string | null,
  now: Date,
  done: SQL,
  followers: SQL,
) => sql`
    stepped as (
      insert into report_events (id, report_id, seq, event, state, level, owner_id, grid_id, actor_id, actor, words, staff_only, due_at, input_hash, at)
      select ${step.id}::uuid, id, seq, ${step.event}, state, level, owner_id, grid_id, ${step.actorId}::uuid, ${step.actor}, ${step.words},
        ${step.staffOnly}::boolean, due_at, ${step.inputHash}, ${moment(now)} from ${done}
    ), named as (${awaitedPhotos(step.photoIds, actorId ?? '00000000-0000-0000-0000-000000000000', now, done)}
    ), pictured as (
      insert into report_photos (photo_id, owner_id, report_id, seq, position)
      select p.id, ${actorId}::uuid, d.id, d.seq, p.position
      from ${done} d cross join (select value::uuid, ordinality from jsonb_array_elements_text(${json(step.photoIds)}) with ordinality) as p(id, position)
    ), checked as (
      insert into word_checks (event_id, verdict, due_at) select ${step.id}::uuid, 'pending', ${moment(now)} from ${done} where ${step.checkWords}::boolean
    ), told as (${queuedAlerts(news, { eventId: step.id, actorId: step.event === 'file' ? null : step.actorId, now, done, followers })})`

/** One more statement part for `moveReport`: the rating that comes with a confirmation. */
export const ratingToo = (eventId: string, rating: string, words: string | null, now: Date): SQL => sql`, rated as (
      insert into report_ratings (event_id, report_id, rating, words, at) select ${eventId}::uuid, id, ${rating}, ${words}, ${moment(now)} from moved)`

/** One more statement part for `moveReport`: the neighbour who joins. */
export const followerToo = (personId: string, now: Date): SQL => sql`, joined as (
      insert into report_followers (person_id, report_id, at) select ${personId}::uuid, id, ${moment(now)} from moved on conflict do nothing returning report_id)
    , counted as (select count(*) from joined)`

/** Open reports whose next deadline has passed: ids with the step they stand at, most overdue first. */
export const listOverdue = (db: Db, now: Date, limit: number): Promise<{ id: string }[]> =>
  rowsOf(
    db,
    sql`select id from reports where state not in ('closed', 'withdrawn') and due_at <= ${moment(now)} order by due_at limit ${limit}::int`,
  )

export type WordCheck = { eventId: string; openid: string | null; words: string; tries: number }

/** Takes words that wait for the platform's check; each is given out again after a minute unless settled. */
export const takeWordChecks = (db: Db, now: Date, limit: number): Promise<WordCheck[]> =>
  rowsOf<WordCheck>(
    db,
    sql`
    with taken as (
      update word_checks set tries = tries + 1, due_at = ${moment(now)} + interval '60 seconds'
      where event_id in (select event_id from word_checks where verdict = 'pending' and due_at <= ${moment(now)} order by due_at limit ${limit}::int for update skip locked)
      returning event_id, tries
    )
    select t.event_id as "eventId", t.tries, p.openid, coalesce(e.words, r.words, '') as words
    from taken t join report_events e on e.id = t.event_id join reports r on r.id = e.report_id join people p on p.id = e.actor_id`,
  )

export const markWordsChecked = async (
  db: Db,
  eventId: string,
  verdict: 'pass' | 'review' | 'risky',
  code: string | null,
) => {
  await rowsOf(db, sql`update word_checks set verdict = ${verdict}, code = ${code} where event_id = ${eventId}::uuid`)
}
