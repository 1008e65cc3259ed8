import { cameStates } from '@huiyin/shared/consultations/booking-states.ts'
import { sql } from 'drizzle-orm'
import { type Db, jsonRowsOf } from '../core/client.ts'
import { anyOf, moment } from '../core/values.ts'

/** One thing that took place. `confirmed`: by the resident's own word; `people`: how many were there. */
export type ServiceRow = {
  at: string
  kind: 'meeting' | 'walk-in' | 'lecture'
  communityId: string
  adviser: string
  mode: string
  place: string
  minutes: number
  confirmed: boolean
  people: number
}

/** What advisers did in a township in a span of time, from what happened alone: meetings written down, walk-ins, lectures with people in them. */
export const listServices = (db: Db, townshipId: string, from: Date, until: Date): Promise<ServiceRow[]> =>
  jsonRowsOf(
    db,
    sql`select to_char(a.starts_at, 'YYYY-MM-DD"T"HH24":"MI":"SS.MS"Z"') as at, a.kind, a.community_id as "communityId", p.name as adviser, a.mode, o.name as place,
      round(extract(epoch from a.ends_at - a.starts_at) / 60)::int as minutes, coalesce(b.confirmed, 0) > 0 as confirmed,
      case when a.kind = 'walk-in' then 1 else coalesce(b.met, 0)::int end as people
    from appointments a join people p on p.id = a.adviser_id join office_places o on o.id = a.place_id
    left join lateral (select count(*) as met, count(*) filter (where state = 'confirmed') as confirmed from bookings
      where appointment_id = a.id and state in ${anyOf(cameStates)}) b on true
    where a.township_id = ${townshipId} and a.kind <> 'leave' and a.starts_at >= ${moment(from)} and a.starts_at < ${moment(until)}
      and (a.kind = 'walk-in' and a.live or b.met > 0) order by a.starts_at, a.id`,
  )
