import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { moment } from '../core/values.ts'
import { type DueAlert, handed, leased, leaseSeconds } from './delivery-queries.ts'

/** As many rows as are looked at for all groups together. */
const most = 400

/**
 * Takes groups that nobody has in hand, each with all that is due for it, up to `each` rows; and rows whose group is gone. The lease of a
 * group is its own row: one update that holds only while it is free, so that no two have it. The rows are waited for, never passed over.
 */
export const leaseGroups = (db: Db, each: number, now: Date): Promise<DueAlert[]> =>
  rowsOf<DueAlert>(
    db,
    sql`
    with due as (
      select b.id, b.code, b.leased_until is not null as lost, n.area_id, row_number() over (partition by n.area_id order by b.urgent desc, b.due_at, b.id) as turn
      from alerts b join areas g on g.id = b.grid_id
      left join lateral (select r.area_id from robots r join areas a on a.id = r.area_id where g.path like a.path || '%' order by length(a.path) desc limit 1) n on true
      where b.state = 'waiting' and b.channel = 'robot' and b.due_at <= ${moment(now)} and (b.leased_until is null or b.leased_until < clock_timestamp())
      order by b.urgent desc, b.due_at limit ${most}::int
    ), free as (
      select area_id from robots where area_id in (select area_id from due) and (leased_until is null or leased_until < clock_timestamp())
      order by area_id for update skip locked
    ), taken as (${leased(now, sql`d.turn <= ${each}::int and (d.area_id is null or d.area_id in (select area_id from free))`)}, d.area_id as robot_area
    ), held as (
      update robots set leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}) where area_id in (select robot_area from taken)
    )
    ${handed(sql`t.robot_area as "robotArea", r.key_cipher as "robotKey"`, sql`left join robots r on r.area_id = t.robot_area`)}`,
  )

/** Somebody else may have it now. */
export const releaseGroup = async (db: Db, areaId: string): Promise<void> => {
  await rowsOf(db, sql`update robots set leased_until = null where area_id = ${areaId}`)
}
