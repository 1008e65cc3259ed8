import type { Coverage, TownshipMonth } from '@huiyin/shared/consultations/office-desk.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf } from '../core/client.ts'
import { heldAt, moment } from '../core/values.ts'

/** CTE: what was on in a township in a span of time, with what became of it. */
const heldIn = (townshipId: string, from: Date, to: Date, now: Date): SQL => sql`
    held as materialized (
      select a.community_id, a.kind, to_char(a.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
        extract(epoch from a.ends_at - a.starts_at)::int / 60 as minutes, a.live and a.ends_at <= ${moment(now)} as over,
        count(*) filter (where b.state = 'confirmed') as confirmed, count(*) filter (where b.state = 'met') as met, count(*) filter (where b.state = 'here') as here,
        count(*) filter (where b.state = 'missed' and exists (select from booking_events e where e.booking_id = b.id and e.event = 'deny')) as denied
      from appointments a left join bookings b on b.appointment_id = a.id
      where a.township_id = ${townshipId} and a.starts_at >= ${moment(from)} and a.starts_at < ${moment(to)} and a.kind <> 'leave' group by a.id
    )`

const leastRatings = 5

const sums = sql`
      coalesce(sum(h.minutes) filter (where h.kind = 'meeting' and h.confirmed > 0), 0)::int as confirmed,
      coalesce(sum(h.minutes) filter (where h.kind = 'meeting' and h.met > 0), 0)::int as unconfirmed,
      coalesce(sum(h.minutes) filter (where h.kind = 'walk-in' and h.over), 0)::int as "walkIns",
      count(*) filter (where h.kind = 'lecture' and h.confirmed + h.met + h.here > 0)::int as lectures`

/**
 * What each village of a township had in a month, made from what happened: minutes of meetings that were confirmed, and that were
 * not yet; of walk-ins that are over; lectures at which somebody was; how often she said that it did not take place.
 */
export const listCoverage = (db: Db, townshipId: string, from: Date, to: Date, now: Date): Promise<Coverage[]> =>
  jsonRowsOf(
    db,
    sql`
    with ${heldIn(townshipId, from, to, now)}
    select v.id as "communityId", v.name as village,
      (select pe.name from postings p join people pe on pe.id = p.person_id where p.area_id = v.id and p.role = 'adviser' and ${heldAt(now)} order by p.rank, p.id limit 1) as adviser,
      ${sums}, coalesce(sum(h.denied), 0)::int as denied,
      (select d.minutes from deadlines d where d.urgency = 'office' and d.stage = 'month' and d.scope in ('*', ${townshipId}) order by d.scope = '*' limit 1) as needed
    from areas v left join held h on h.community_id = v.id
    where v.parent_id = ${townshipId} and v.level = 'community' and not v.retired group by v.id, v.name order by v.name`,
  )

/** The same of the township as a whole, one row for each of these months (YYYY-MM), in their order. */
export const listMonths = (
  db: Db,
  townshipId: string,
  months: readonly string[],
  [from, to]: [Date, Date],
  now: Date,
): Promise<TownshipMonth[]> =>
  jsonRowsOf(
    db,
    sql`
    with ${heldIn(townshipId, from, to, now)}
    select m.month, ${sums},
      count(distinct h.community_id) filter (where h.confirmed + h.met + h.here > 0 or h.kind = 'walk-in' and h.over)::int as served,
      (select count(*) from areas v where v.parent_id = ${townshipId} and v.level = 'community' and not v.retired)::int as villages,
      (select json_build_object('good', count(*) filter (where r.rating = 'good'), 'fair', count(*) filter (where r.rating = 'fair'), 'poor', count(*) filter (where r.rating = 'poor'))
        from appointments a join bookings b on b.appointment_id = a.id join booking_ratings r on r.booking_id = b.id
        where a.township_id = ${townshipId} and a.starts_at >= (m.month || '-01')::timestamp at time zone 'Asia/Shanghai'
          and a.starts_at < ((m.month || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai'
          and ((m.month || '-01')::timestamp + interval '1 month 7 days') at time zone 'Asia/Shanghai' <= ${moment(now)}
        having count(*) >= ${leastRatings}::int) as ratings
    from jsonb_array_elements_text(${JSON.stringify(months)}::jsonb) as m(month) left join held h on h.month = m.month group by m.month order by m.month`,
  )
