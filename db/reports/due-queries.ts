import { finalStates } from '@huiyin/shared/reports/report-states.ts'
import { inArray, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import type { Due } from '../core/clock-work-queries.ts'
import { anyOf, moment } from '../core/values.ts'
import { wasReckonedOtherwise } from '../grids/calendar-queries.ts'
import type { ReportRow } from './queries.ts'
import { reports } from './tables.ts'

/** Open reports whose next deadline has passed. */
export const deadlinesDue: Due = now =>
  sql`select id, due_at from reports where state not in ${anyOf(finalStates)} and due_at <= ${moment(now)}`

/** Open reports whose next deadline counts working time over a day that changed since it was reckoned. What is promised stays. */
export const daysChanged: Due = now =>
  sql`select id, due_at from reports where state not in ${anyOf(finalStates)} and due_at > ${moment(now)}
    and due_for in ('accept', 'climb', 'confirm') and due_at <> resolve_by and ${wasReckonedOtherwise(sql`calendar_seq`, sql`due_at`, now)}`

/** A deadline that the changed days do not move is not looked at again for them. */
export const keepCalendarSeq = async (db: Db, id: string, seq: number): Promise<void> => {
  await rowsOf(db, sql`update reports set calendar_seq = ${seq}::int where id = ${id}::uuid`)
}

/** Closed matters whose reporter is to be asked again. */
export const asksDue: Due = now =>
  sql`select id, ask_at as due_at from reports where ask_at is not null and ask_at <= ${moment(now)}`

const late = (now: Date): SQL => sql`v.done_at is null and v.due_at <= ${moment(now)}
      and not exists (select from report_events e where e.report_id = v.report_id and e.event = 'remind' and e.seq > v.seq)`

/** Closed matters whose visit should have been made by now, and nobody has been reminded of it yet. */
export const visitsDue: Due = now =>
  sql`select v.report_id as id, min(v.due_at) as due_at from visits v where ${late(now)} group by v.report_id`

/** Whether this matter is one of them, now. */
export const hasLateVisit = async (db: Db, reportId: string, now: Date): Promise<boolean> => {
  const [row] = await rowsOf<{ late: boolean }>(
    db,
    sql`select exists (select from visits v where v.report_id = ${reportId}::uuid and ${late(now)}) as late`,
  )
  return row?.late ?? false
}

export const listReportsById = (db: Db, ids: readonly string[]): Promise<ReportRow[]> =>
  db
    .select()
    .from(reports)
    .where(inArray(reports.id, [...ids]))
    .orderBy(reports.dueAt)
