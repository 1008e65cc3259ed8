import type { Point } from '@huiyin/shared/core/fields.ts'
import type { ReportCard } from '@huiyin/shared/reports/report-card.ts'
import type { ReportKind } from '@huiyin/shared/reports/report-kinds.ts'
import { reportLife } from '@huiyin/shared/reports/report-life.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import type { ReportState } from '@huiyin/shared/reports/report-states.ts'
import { doneStates, finalStates, waitingStates, workingStates } from '@huiyin/shared/reports/report-states.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf, rowsOf } from '../core/client.ts'
import { anyOf, atMost, moment } from '../core/values.ts'
import { follows } from './queries.ts'

/** One line of a list. `coverId`: the first photo, once its bytes are here. */
export type CardRow = Omit<ReportCard, 'coverUrl'> & { coverId: string | null }

/** No colon outside of quotes: pgbench would read a variable. */
const iso = (column: SQL) => sql`to_char(${column}, 'YYYY-MM-DD"T"HH24":"MI":"SS.MS"Z"')`

export const isOpen = sql`reports.state not in ${anyOf(finalStates)}`
/** As `isLate` in the contract. */
const isLate = (now: Date) =>
  sql`(reports.state not in ${anyOf(doneStates)}
    and (reports.resolve_by < ${moment(now)} or reports.due_at < ${moment(now)} or reports.due_for = 'climb'))`

/** `mayRead`: who reads may see what the reporter typed and showed. The place as `wholePlace` says it. */
export const card = (
  now: Date,
  mayRead: SQL,
) => sql`reports.id, reports.number, reports.kind, reports.urgency, reports.state, reports.level,
    case when ${mayRead} and reports.place_words is not null then reports.place || '（' || reports.place_words || '）' else reports.place end as place,
    case when ${mayRead} then left(reports.words, ${reportLimits.cardWords}::int) end as words,
    ${iso(sql`reports.created_at`)} as at, ${iso(sql`reports.due_at`)} as "dueAt", coalesce(${isLate(now)}, false) as late,
    reports.supervise_by is not null as supervised,
    case when ${mayRead} and photos.storage_key is not null then reports.cover_id end as "coverId"`

/** Where a staff member looks from: the column that holds the area (or unit) of the post. */
export const deskColumns = {
  chief: sql`reports.building_id`,
  worker: sql`reports.grid_id`,
  lead: sql`reports.community_id`,
  officer: sql`reports.township_id`,
  supervisor: sql`reports.district_id`,
  partner: sql`reports.unit_id`,
} as const
export type DeskRole = keyof typeof deskColumns

export type Desk = { role: DeskRole; id: string }

/** The chief of a building sees what its neighbours see. */
const mayReadAt = ({ role }: Desk) => sql`${role !== 'chief'}::boolean`
const none = sql``

/** Newest matters of a desk first. `before` is [created_at, id] of the last row seen. */
export const listDeskByTime = async (
  db: Db,
  desk: Desk,
  now: Date,
  limit: number,
  before?: [Date, string],
): Promise<CardRow[]> => {
  const further = before ? sql`and (reports.created_at, reports.id) < (${moment(before[0])}, ${before[1]}::uuid)` : none
  return jsonRowsOf(
    db,
    sql`select ${card(now, mayReadAt(desk))} from reports left join photos on photos.id = reports.cover_id
    where ${deskColumns[desk.role]} = ${desk.id} ${further}
    order by reports.created_at desc nulls first, reports.id desc nulls first ${atMost(limit)}`,
  )
}

const shows = {
  open: sql`true`,
  waiting: sql`reports.state in ${anyOf(waitingStates)}`,
  working: sql`reports.state in ${anyOf(workingStates)}`,
} as const

/** Open matters of a desk, the next deadline first. */
export const listDeskByDeadline = async (
  db: Db,
  desk: Desk,
  show: 'open' | 'waiting' | 'working' | 'late',
  now: Date,
  limit: number,
  after?: [Date, string],
): Promise<CardRow[]> => {
  const further = after ? sql`and (reports.due_at, reports.id) > (${moment(after[0])}, ${after[1]}::uuid)` : none
  return jsonRowsOf(
    db,
    sql`select ${card(now, mayReadAt(desk))} from reports left join photos on photos.id = reports.cover_id
    where ${deskColumns[desk.role]} = ${desk.id} and ${isOpen} and ${show === 'late' ? isLate(now) : shows[show]} ${further}
    order by reports.due_at, reports.id ${atMost(limit)}`,
  )
}

/** How many wait, are worked on, are late; each counted up to `deskMost`. */
export const countDesk = async (
  db: Db,
  desk: Desk,
  now: Date,
): Promise<{ waiting: number; working: number; late: number }> => {
  // Written out: a plan is made for this number, which is the same in every question.
  const most = sql.raw(String(reportLimits.deskMost))
  const counted = (condition: SQL) =>
    sql`(select count(*)::int from (select from reports where ${deskColumns[desk.role]} = ${desk.id} and ${isOpen} and ${condition} limit ${most}) t)`
  const [row] = await rowsOf<{ waiting: number; working: number; late: number }>(
    db,
    sql`select ${counted(shows.waiting)} as waiting, ${counted(shows.working)} as working, ${counted(isLate(now))} as late`,
  )
  return row ?? { waiting: 0, working: 0, late: 0 }
}

/** What a person has filed or joined, newest first; of a neighbour's matter neither her words nor her photo. */
export const listFollowed = async (
  db: Db,
  personId: string,
  now: Date,
  limit: number,
  before?: [Date, string],
): Promise<(CardRow & { followedAt: string })[]> => {
  const further = before ? sql`and (f.at, f.report_id) < (${moment(before[0])}, ${before[1]}::uuid)` : none
  return jsonRowsOf(
    db,
    sql`select ${card(now, sql`reports.reporter_id = f.person_id`)}, ${iso(sql`f.at`)} as "followedAt"
    from report_followers f join reports on reports.id = f.report_id left join photos on photos.id = reports.cover_id
    where f.person_id = ${personId}::uuid ${further}
    order by f.at desc nulls first, f.report_id desc nulls first ${atMost(limit)}`,
  )
}

export type NearbyRow = {
  id: string
  kind: ReportKind
  place: string
  state: ReportState
  at: string
  spot: [number, number] | null
  joined: boolean
}

const { aboutDegrees } = reportLimits

/** Where others are told that it is: its building, else the nearest corner of a net as wide as `reportLimits.aboutDegrees`. */
const about = sql`coalesce(
      (select json_build_array(b.center_gcj02[0], b.center_gcj02[1]) from areas b where b.id = reports.building_id and b.center_gcj02 is not null),
      json_build_array(round(spot_gcj02[0] / ${aboutDegrees}::float8) * ${aboutDegrees}::float8, round(spot_gcj02[1] / ${aboutDegrees}::float8) * ${aboutDegrees}::float8))`

/** Where 我也遇到 can still be said, by the life. */
const joinable = Object.keys(reportLife.rows.join.moves ?? {})

/**
 * The ten matters nearest to a spot (gcj02), that this person can join or has joined, by degrees: the caller measures in metres, and from about there: whoever asks from
 * many places does not find the very spot.
 */
export const listNearest = (db: Db, { lng, lat }: Point, personId: string): Promise<NearbyRow[]> =>
  rowsOf<NearbyRow>(
    db,
    sql`
    select id, kind, place, state, created_at as at, ${about} as spot, ${follows(personId)} as joined
    from reports where (state in ${anyOf(joinable)} or state not in ${anyOf(finalStates)} and ${follows(personId)})
      and spot_gcj02 is not null and reporter_id <> ${personId}::uuid
    order by spot_gcj02 <-> point(${lng}::float8, ${lat}::float8) limit 10`,
  )
