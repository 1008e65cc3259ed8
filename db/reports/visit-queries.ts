import type { ReportKind } from '@huiyin/shared/reports/report-kinds.ts'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, moment, toDate } from '../core/values.ts'
import { visits } from './visit-tables.ts'

export type VisitRow = {
  id: string
  reportId: string
  number: string
  kind: ReportKind
  place: string
  placeWords: string | null
  closedAt: Date
  dueAt: Date
}

/** Open visits of a township, the first to be due first. `after` is [due_at, id] of the last row seen. */
export const listOpenVisits = async (
  db: Db,
  townshipId: string,
  limit: number,
  after: [Date, string] | undefined,
): Promise<VisitRow[]> => {
  const further = after ? sql`and (v.due_at, v.id) > (${moment(after[0])}, ${after[1]}::uuid)` : sql``
  const rows = await rowsOf<Omit<VisitRow, 'closedAt' | 'dueAt'> & { closedAt: string; dueAt: string }>(
    db,
    sql`select v.id, v.report_id as "reportId", r.number, r.kind, r.place, r.place_words as "placeWords", r.closed_at as "closedAt", v.due_at as "dueAt"
    from visits v join reports r on r.id = v.report_id
    where v.township_id = ${townshipId} and v.done_at is null ${further} order by v.due_at, v.id ${atMost(limit)}`,
  )
  return rows.map(row => ({ ...row, closedAt: toDate(row.closedAt), dueAt: toDate(row.dueAt) }))
}

/** The visit that is still to be made about this matter. */
export const findOpenVisit = async (db: Db, reportId: string): Promise<{ id: string } | undefined> => {
  const [row] = await db
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.reportId, reportId), isNull(visits.doneAt)))
  return row
}
