import type { Point } from '@huiyin/shared/core/fields.ts'
import { and, inArray, ne, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { moment } from '../core/values.ts'
import type { ReportRow } from './queries.ts'
import { reports } from './tables.ts'

/** What is asked of a matter closed before: the same kind in the same building, or around the same spot. */
type Twin = { kind: ReportRow['kind']; townshipId: string; buildingId: string | null; spot: Point | null; since: Date }

/** About 80 m each way: the caller measures in metres. */
const around = { lng: 0.0009, lat: 0.0008 }

/**
 * Matters like this one that were closed since then, the last one first; at most twenty. `spot` is [lng, lat] in gcj02. By
 * hand and lean: every filing asks it, and hardly ever is there one.
 */
export const listClosedTwins = (
  db: Db,
  { kind, townshipId, buildingId, spot, since }: Twin,
): Promise<{ id: string; spot: [number, number] | null }[]> => {
  const [lng, lat] = [spot?.lng ?? 0, spot?.lat ?? 0]
  const there = buildingId
    ? sql`building_id = ${buildingId}`
    : sql`abs(spot_gcj02[0] - ${lng}::float8) < ${around.lng}::float8 and abs(spot_gcj02[1] - ${lat}::float8) < ${around.lat}::float8`
  return rowsOf(
    db,
    sql`select id, case when spot_gcj02 is not null then json_build_array(spot_gcj02[0], spot_gcj02[1]) end as spot from reports
    where state = 'closed' and township_id = ${townshipId} and kind = ${kind} and closed_at >= ${moment(since)} and ${there}
    order by closed_at desc, id desc limit 20`,
  )
}

/** Numbers of the matters with these ids, without those taken back. */
export const listNumbers = (db: Db, ids: string[]): Promise<{ id: string; number: string }[]> =>
  db
    .select({ id: reports.id, number: reports.number })
    .from(reports)
    .where(and(inArray(reports.id, ids), ne(reports.state, 'withdrawn')))
