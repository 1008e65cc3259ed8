import { finalStates } from '@huiyin/shared/reports/report-states.ts'
import { sql } from 'drizzle-orm'
import { type NewAlert, noFollowers, queuedAlerts } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, moment } from '../core/values.ts'

/** Photos of one report that one person took and that were given up at one moment; `photoId`: one of them, which stands for all. */
export type LostPhotos = { reportId: string; takenBy: string; photoId: string }

/** Those given up since then, of matters that are still open, that nobody has been told of. */
export const listLostPhotos = (db: Db, since: Date, limit: number): Promise<LostPhotos[]> =>
  rowsOf(
    db,
    sql`
    select * from (
      select n.report_id as "reportId", p.owner_id as "takenBy", min(p.id::text) as "photoId"
      from photos p join report_photos n on n.photo_id = p.id join reports r on r.id = n.report_id
      where p.lost is not null and p.lost_at >= ${moment(since)} and p.state = 'awaited' and r.state not in ${anyOf(finalStates)}
      group by n.report_id, p.owner_id, p.lost_at
    ) g where not exists (select from alerts a where a.event_id = g."photoId"::uuid) limit ${limit}::int`,
  )

/** Tells of them, once: the photo stands for the event. */
export const tellOfLostPhotos = async (
  db: Db,
  it: LostPhotos,
  notices: readonly NewAlert[],
  now: Date,
): Promise<void> => {
  const about = { eventId: it.photoId, actorId: null, now, done: sql`matter`, followers: noFollowers() }
  await rowsOf(
    db,
    sql`with matter as (select id, number, grid_id as area_id from reports where id = ${it.reportId}::uuid)
    ${queuedAlerts(notices, about)}`,
  )
}
