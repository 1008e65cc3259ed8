import type { Point } from '@huiyin/shared/core/fields.ts'
import type { ReportKind } from '@huiyin/shared/reports/report-kinds.ts'
import type { ReportState } from '@huiyin/shared/reports/report-moves.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, moment, toDate } from '../core/values.ts'
import { follows, type ReportRow } from './queries.ts'

/** What a list shows of a report. */
export type CardRow = Pick<
  ReportRow,
  | 'id'
  | 'number'
  | 'kind'
  | 'urgency'
  | 'state'
  | 'level'
  | 'place'
  | 'placeWords'
  | 'createdAt'
  | 'dueAt'
  | 'dueFor'
  | 'resolveBy'
  | 'coverId'
> & { supervised: boolean; coverKey: string | null }

type CardText = Omit<CardRow, 'createdAt' | 'dueAt' | 'resolveBy'> & {
  createdAt: string
  dueAt: string | null
  resolveBy: string
}

/** By hand: building the same statement anew and mapping its rows was a seventh of a request's work. */
const card = sql`reports.id, reports.number, reports.kind, reports.urgency, reports.state, reports.level, reports.place,
    reports.place_words as "placeWords", reports.created_at as "createdAt", reports.due_at as "dueAt", reports.due_for as "dueFor",
    reports.resolve_by as "resolveBy", reports.supervise_by is not null as supervised, reports.cover_id as "coverId", photos.storage_key as "coverKey"`

const toCardRow = <T extends CardText>(row: T) => ({
  ...row,
  createdAt: toDate(row.createdAt),
  dueAt: row.dueAt === null ? null : toDate(row.dueAt),
  resolveBy: toDate(row.resolveBy),
})

/** Where a staff member looks from: the column that holds the area (or unit) of the post. */
export const deskColumns = {
  worker: sql`reports.grid_id`,
  lead: sql`reports.community_id`,
  officer: sql`reports.township_id`,
  supervisor: sql`reports.district_id`,
  partner: sql`reports.unit_id`,
} as const
export type DeskRole = keyof typeof deskColumns

export type Desk = { role: DeskRole; id: string }

const isOpen = sql`reports.state not in ('closed', 'withdrawn')`
const none = sql``

/** Newest matters of a desk first. `before` is [created_at, id] of the last row seen. */
export const listDeskByTime = async (
  db: Db,
  desk: Desk,
  limit: number,
  before?: [Date, string],
): Promise<CardRow[]> => {
  const further = before ? sql`and (reports.created_at, reports.id) < (${moment(before[0])}, ${before[1]}::uuid)` : none
  const rows = await rowsOf<CardText>(
    db,
    sql`select ${card} from reports left join photos on photos.id = reports.cover_id
    where ${deskColumns[desk.role]} = ${desk.id} ${further}
    order by reports.created_at desc nulls first, reports.id desc nulls first ${atMost(limit)}`,
  )
  return rows.map(toCardRow)
}

const shows = {
  open: sql`true`,
  waiting: sql`reports.state in ('filed', 'returned', 'reopened')`,
  working: sql`reports.state in ('accepted', 'working', 'dispatched')`,
} as const

/** Open matters of a desk, the next deadline first. `late` as `isLate` in the contract. */
export const listDeskByDeadline = async (
  db: Db,
  desk: Desk,
  show: 'open' | 'waiting' | 'working' | 'late',
  now: Date,
  limit: number,
  after?: [Date, string],
): Promise<CardRow[]> => {
  const further = after ? sql`and (reports.due_at, reports.id) > (${moment(after[0])}, ${after[1]}::uuid)` : none
  const rows = await rowsOf<CardText>(
    db,
    sql`select ${card} from reports left join photos on photos.id = reports.cover_id
    where ${deskColumns[desk.role]} = ${desk.id} and ${isOpen} and ${show === 'late' ? isLate(now) : shows[show]} ${further}
    order by reports.due_at, reports.id ${atMost(limit)}`,
  )
  return rows.map(toCardRow)
}

const isLate = (now: Date) =>
  sql`reports.state <> 'resolved' and (reports.resolve_by < ${moment(now)} or reports.due_at < ${moment(now)} or reports.due_for = 'climb')`

/** How many wait, are worked on, are late; each counted up to 99. */
export const countDesk = async (
  db: Db,
  desk: Desk,
  now: Date,
): Promise<{ waiting: number; working: number; late: number }> => {
  const upTo99 = (condition: SQL) =>
    sql`(select count(*)::int from (select from reports where ${deskColumns[desk.role]} = ${desk.id} and ${isOpen} and ${condition} limit 99) t)`
  const [row] = await rowsOf<{ waiting: number; working: number; late: number }>(
    db,
    sql`select ${upTo99(shows.waiting)} as waiting, ${upTo99(shows.working)} as working, ${upTo99(isLate(now))} as late`,
  )
  return row ?? { waiting: 0, working: 0, late: 0 }
}

/** What a person has filed or joined, newest first. */
export const listFollowed = async (
  db: Db,
  personId: string,
  limit: number,
  before?: [Date, string],
): Promise<(CardRow & { followedAt: Date; mine: boolean })[]> => {
  const further = before ? sql`and (f.at, f.report_id) < (${moment(before[0])}, ${before[1]}::uuid)` : none
  const rows = await rowsOf<CardText & { followedAt: string; mine: boolean }>(
    db,
    sql`select ${card}, f.at as "followedAt", reports.reporter_id = f.person_id as mine
    from report_followers f join reports on reports.id = f.report_id left join photos on photos.id = reports.cover_id
    where f.person_id = ${personId}::uuid ${further}
    order by f.at desc nulls first, f.report_id desc nulls first ${atMost(limit)}`,
  )
  return rows.map(row => ({ ...toCardRow(row), followedAt: toDate(row.followedAt) }))
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

/** The ten open matters nearest to a spot (gcj02), by degrees: the caller measures in metres. */
export const listNearest = (db: Db, { lng, lat }: Point, personId: string): Promise<NearbyRow[]> =>
  rowsOf<NearbyRow>(
    db,
    sql`
    select id, kind, place, state, created_at as at, json_build_array(spot_gcj02[0], spot_gcj02[1]) as spot, ${follows(personId)} as joined
    from reports where state not in ('closed', 'withdrawn') and spot_gcj02 is not null and reporter_id <> ${personId}::uuid
    order by spot_gcj02 <-> point(${lng}::float8, ${lat}::float8) limit 10`,
  )
