import type { Counsel } from '@huiyin/shared/consultations/booking.ts'
import type { Busy, ExtraHours, HoursRule } from '@huiyin/shared/consultations/slots.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { heldAt, moment, toDate } from '../core/values.ts'

/** What is asked for: a village (or, `wide`, its whole township), days from and to (both YYYY-MM-DD, the last one included). */
export type Search = { communityId: string; wide: boolean; adviserId: string | null; from: string; to: string }

/** Everything that `slotsOf` has to know, with the names around it. */
export type SlotGround = {
  village: string
  townshipId: string
  /** One row for each village that an adviser serves. */
  counsel: (Counsel & { communityId: string; phone: string | null; photoId: string | null; photoKey: string | null })[]
  villages: { id: string; name: string }[]
  places: { id: string; name: string }[]
  rules: HoursRule[]
  extras: ExtraHours[]
  busy: Busy[]
  days: { day: string; working: boolean }[]
  /** Years whose days off were entered whole. */
  yearsEntered: string[]
}

type Moments = 'startsAt' | 'endsAt' | 'blockedUntil'
type BusyRow = Omit<Busy, Moments> & Record<Moments, string>
type Lists = Omit<SlotGround, 'village' | 'townshipId' | 'busy'>
type GroundRow = Pick<SlotGround, 'village' | 'townshipId'> & { [K in keyof Lists]: Lists[K] | null } & {
  busy: BusyRow[] | null
}

const listOf = (cte: SQL) => sql`(select json_agg(t) from ${cte} t)`

/**
 * One statement for everything. It reads what these advisers have on in these days and no more; kept times that have run out do
 * not count. Undefined when there is no such village, or it is retired.
 */
export const findSlotGround = async (db: Db, it: Search, now: Date): Promise<SlotGround | undefined> => {
  const [row] = await rowsOf<GroundRow>(db, groundSelect(it, now))
  if (!row) return undefined
  const { village, townshipId, busy, ...lists } = row
  return {
    village,
    townshipId,
    counsel: lists.counsel ?? [],
    villages: lists.villages ?? [],
    places: lists.places ?? [],
    rules: lists.rules ?? [],
    extras: lists.extras ?? [],
    days: lists.days ?? [],
    yearsEntered: lists.yearsEntered ?? [],
    busy: (busy ?? []).map(it => ({
      ...it,
      startsAt: toDate(it.startsAt),
      endsAt: toDate(it.endsAt),
      blockedUntil: toDate(it.blockedUntil),
    })),
  }
}

const groundSelect = (it: Search, now: Date): SQL => sql`
    with here as materialized (
      select id, name, parent_id as township from areas where id = ${it.communityId} and level = 'community' and not retired
    ), villages as materialized (
      select a.id, a.name from here join areas a on a.id = here.id or (${it.wide}::boolean and a.parent_id = here.township and a.level = 'community' and not a.retired)
    ), counsel as materialized (
      select distinct on (p.person_id, p.area_id) p.person_id as id, p.title, pe.name, u.name as firm, p.area_id as "communityId", p.rank,
        ac.phone, ac.photo_id as "photoId", ph.storage_key as "photoKey"
      from villages v join postings p on p.area_id = v.id and p.role = 'adviser' and ${heldAt(now)}
        join people pe on pe.id = p.person_id left join units u on u.id = p.unit_id
        left join adviser_contacts ac on ac.person_id = p.person_id left join photos ph on ph.id = ac.photo_id and ph.check_state = 'pass'
      where ${it.adviserId}::uuid is null or p.person_id = ${it.adviserId}::uuid order by p.person_id, p.area_id, p.rank, p.id
    ), rules as materialized (
      select h.id, ${shape(sql`h`)}, h.weekday, h.since, h.until, h.on_days_off as "onDaysOff"
      from counsel c join office_hours h on h.adviser_id = c.id and h.community_id = c."communityId" join office_places pl on pl.id = h.place_id and not pl.retired
      where h.since <= ${it.to}::date and (h.until is null or h.until >= ${it.from}::date)
    ), extras as materialized (
      select x.id, ${shape(sql`x`)}, x.day
      from counsel c join office_extras x on x.adviser_id = c.id and x.community_id = c."communityId" join office_places pl on pl.id = x.place_id and not pl.retired
      where x.day between ${it.from}::date and ${it.to}::date and not x.removed
    ), stale as materialized (
      select appointment_id, count(*)::int as seats from bookings where due_at is not null and due_at <= ${moment(now)} and due_for = 'expire' group by appointment_id
    ), busy as (
      select a.adviser_id as "adviserId", a.starts_at as "startsAt", a.ends_at as "endsAt", upper(a.blocked) as "blockedUntil", a.community_id as "communityId", a.mode,
        case when a.kind = 'lecture' then a.capacity - a.taken + coalesce(s.seats, 0) else 0 end as left
      from (select distinct id from counsel) c join appointments a on a.adviser_id = c.id and a.live
          and a.blocked && tstzrange((${it.from}::date - 1)::timestamptz, (${it.to}::date + 2)::timestamptz)
        left join stale s on s.appointment_id = a.id
      where a.kind in ('walk-in', 'leave') or a.taken > coalesce(s.seats, 0)
    )
    select here.name as village, here.township as "townshipId", ${listOf(sql`(select * from counsel order by rank, name)`)} as counsel, ${listOf(sql`villages`)} as villages,
      (select json_agg(json_build_object('id', pl.id, 'name', pl.name)) from office_places pl where pl.id in (select "placeId" from rules union all select "placeId" from extras)) as places,
      ${listOf(sql`rules`)} as rules, ${listOf(sql`extras`)} as extras, ${listOf(sql`busy`)} as busy,
      (select json_agg(json_build_object('day', d.day, 'working', d.working)) from calendar_days d where d.day between ${it.from}::date and ${it.to}::date) as days,
      (select json_agg(y.year) from calendar_years y) as "yearsEntered"
    from here`

const shape = (
  of: SQL,
) => sql`${of}.adviser_id as "adviserId", ${of}.community_id as "communityId", ${of}.place_id as "placeId", ${of}.mode,
        ${of}.slot_minutes as "slotMinutes", ${of}.buffer_minutes as "bufferMinutes", ${of}.notice_minutes as "noticeMinutes", ${of}.horizon_days as "horizonDays",
        ${of}.capacity, ${of}.from_minute as from, ${of}.to_minute as to`

/** Whether the committee of this village pays him, or one of the firms he works for. */
export const isPaidBy = async (db: Db, communityId: string, adviserId: string, now: Date): Promise<boolean> => {
  const [row] = await rowsOf<{ paid: boolean }>(
    db,
    sql`select exists (select from postings p where p.area_id = ${communityId} and p.role = 'adviser' and ${heldAt(now)}
      and (p.person_id = ${adviserId}::uuid or p.unit_id in (
        select unit_id from postings where person_id = ${adviserId}::uuid and role = 'adviser' and unit_id is not null and ${heldAt(now)}))) as paid`,
  )
  return row?.paid ?? false
}
