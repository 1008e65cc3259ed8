import type { Point } from '@huiyin/shared/core/fields.ts'
import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Db } from '../core/client.ts'
import type { ReportRow } from './queries.ts'
import { reports } from './tables.ts'

/** What is asked of a matter closed before: the same kind in the same building, or around the same spot. */
type Twin = { kind: ReportRow['kind']; townshipId: string; buildingId: string | null; spot: Point | null; since: Date }

/** About 80 m each way: the caller measures in metres. */
const around = { lng: 0.0009, lat: 0.0008 }

/** Matters like this one that were closed since then, the last one first; at most twenty. */
export const listClosedTwins = (db: Db, { kind, townshipId, buildingId, spot, since }: Twin): Promise<ReportRow[]> => {
  const [lng, lat] = [spot?.lng ?? 0, spot?.lat ?? 0]
  return db
    .select()
    .from(reports)
    .where(
      and(
        sql`state = 'closed'`,
        eq(reports.townshipId, townshipId),
        eq(reports.kind, kind),
        gte(reports.closedAt, since),
        buildingId
          ? eq(reports.buildingId, buildingId)
          : sql`abs(spot_gcj02[0] - ${lng}::float8) < ${around.lng}::float8 and abs(spot_gcj02[1] - ${lat}::float8) < ${around.lat}::float8`,
      ),
    )
    .orderBy(desc(reports.closedAt), desc(reports.id))
    .limit(20)
}

/** Numbers of the matters with these ids. */
export const listNumbers = (db: Db, ids: string[]): Promise<{ id: string; number: string }[]> =>
  db.select({ id: reports.id, number: reports.number }).from(reports).where(inArray(reports.id, ids))
