import { settledPublicities } from '@huiyin/shared/reports/publication-life.ts'
import { sql } from 'drizzle-orm'
import { type NewAlert, tellOf } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, moment } from '../core/values.ts'

/** A complaint of something published that is shown again, or gone; `eventId`: of the complaint. */
export type SettledComplaint = { eventId: string; publicationId: string; personId: string; shown: boolean }

/** Those whose complaint has been settled, by whatever way, and who have not heard of it. A complaint stands for at most one word. */
export const listSettledComplaints = (db: Db, since: Date, limit: number): Promise<SettledComplaint[]> =>
  rowsOf(
    db,
    sql`
    select e.id as "eventId", p.id as "publicationId", e.actor_id as "personId", p.state = 'public' as shown
    from publication_events e join publications p on p.id = e.publication_id
    where e.event = 'complain' and e.at >= ${moment(since)} and p.state in ${anyOf(settledPublicities)}
      and not exists (select from alerts a where a.event_id = e.id and a.recipient_id = e.actor_id)
    order by e.at limit ${limit}::int`,
  )

/** Tells who complained, once. The message names the publication alone: nothing leads from it to the matter. */
export const tellComplainer = (db: Db, it: SettledComplaint, notice: NewAlert, now: Date) =>
  tellOf(
    db,
    sql`select p.id, '' as number, r.grid_id as area_id from publications p join reports r on r.id = p.report_id where p.id = ${it.publicationId}::uuid`,
    [notice],
    it.eventId,
    now,
  )
