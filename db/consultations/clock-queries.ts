import type { Coverage } from '@huiyin/shared/consultations/office-desk.ts'
import { sql } from 'drizzle-orm'
import { type Db, jsonRowsOf, rowsOf } from '../core/client.ts'
import { atMost, heldAt, moment } from '../core/values.ts'

/** Bookings for which the clock has something to do, most overdue first. */
export const listDueBookings = (db: Db, now: Date, limit: number): Promise<{ id: string }[]> =>
  rowsOf(
    db,
    sql`select id from bookings where due_at is not null and due_at <= ${moment(now)} order by due_at ${atMost(limit)}`,
  )

/**
 * What each village of a township had in a month, made from what happened: minutes of meetings that were confirmed, and that were
 * not yet; of walk-ins that are over; lectures at which somebody was.
 */
export const listCoverage = (db: Db, townshipId: string, from: Date, to: Date, now: Date): Promise<Coverage[]> =>
  jsonRowsOf(
    db,
    sql`
    with held as materialized (
      select a.community_id, a.kind, extract(epoch from a.ends_at - a.starts_at)::int / 60 as minutes, a.live and a.ends_at <= ${moment(now)} as over,
        count(*) filter (where b.state = 'confirmed') as confirmed, count(*) filter (where b.state = 'met') as met, count(*) filter (where b.state = 'here') as here
      from appointments a left join bookings b on b.appointment_id = a.id
      where a.township_id = ${townshipId} and a.starts_at >= ${moment(from)} and a.starts_at < ${moment(to)} and a.kind <> 'leave' group by a.id
    )
    select v.id as "communityId", v.name as village,
      (select pe.name from postings p join people pe on pe.id = p.person_id where p.area_id = v.id and p.role = 'adviser' and ${heldAt(now)} order by p.rank, p.id limit 1) as adviser,
      coalesce(sum(h.minutes) filter (where h.kind = 'meeting' and h.confirmed > 0), 0)::int as confirmed,
      coalesce(sum(h.minutes) filter (where h.kind = 'meeting' and h.met > 0), 0)::int as unconfirmed,
      coalesce(sum(h.minutes) filter (where h.kind = 'walk-in' and h.over), 0)::int as "walkIns",
      count(*) filter (where h.kind = 'lecture' and h.confirmed + h.met + h.here > 0)::int as lectures,
      (select d.minutes from deadlines d where d.urgency = 'office' and d.stage = 'month' and d.scope in ('*', ${townshipId}) order by d.scope = '*' limit 1) as needed
    from areas v left join held h on h.community_id = v.id
    where v.parent_id = ${townshipId} and v.level = 'community' and not v.retired group by v.id, v.name order by v.name`,
  )
