import type { BookingState, MeetingOutcome } from '@huiyin/shared/consultations/booking-states.ts'
import { undoneStates } from '@huiyin/shared/consultations/booking-states.ts'
import type { Mode } from '@huiyin/shared/consultations/modes.ts'
import type { OfficeHours, OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'
import { and, eq, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf, rowsOf } from '../core/client.ts'
import { anyOf, moment } from '../core/values.ts'
import { officeHours, officePlaces } from './office-tables.ts'

const list = (ids: readonly string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`

export type PlaceRow = typeof officePlaces.$inferSelect & { townshipId: string }

export const findOfficePlace = async (db: Db, id: string): Promise<PlaceRow | undefined> => {
  const [row] = await db
    .select({
      id: officePlaces.id,
      communityId: officePlaces.communityId,
      name: officePlaces.name,
      code: officePlaces.code,
      retired: officePlaces.retired,
      townshipId: sql<string>`(select parent_id from areas where id = office_places.community_id)`,
    })
    .from(officePlaces)
    .where(eq(officePlaces.id, id))
  return row
}

/** Where the poster with this code hangs; undefined when it hangs nowhere any more. */
export const findPlaceByCode = async (
  db: Db,
  code: string,
): Promise<{ id: string; communityId: string } | undefined> => {
  const [row] = await db
    .select({ id: officePlaces.id, communityId: officePlaces.communityId })
    .from(officePlaces)
    .where(and(eq(officePlaces.code, code), eq(officePlaces.retired, false)))
  return row
}

/** False when the id is taken. */
export const insertOfficePlace = async (db: Db, row: typeof officePlaces.$inferInsert): Promise<boolean> => {
  const rows = await db.insert(officePlaces).values(row).onConflictDoNothing().returning({ id: officePlaces.id })
  return rows.length > 0
}

/** Places in these villages. */
export const listOfficePlaces = (db: Db, communityIds: readonly string[]): Promise<OfficePlace[]> =>
  jsonRowsOf(
    db,
    sql`select p.id, p.community_id as "communityId", v.name as village, p.name, p.code from office_places p join areas v on v.id = p.community_id
    where p.community_id in ${list(communityIds)} and not p.retired order by v.name, p.name`,
  )

/** All places of a township that are in use. */
export const listTownshipPlaces = (db: Db, townshipId: string): Promise<OfficePlace[]> =>
  jsonRowsOf(
    db,
    sql`select p.id, p.community_id as "communityId", v.name as village, p.name, p.code from office_places p join areas v on v.id = p.community_id
    where v.parent_id = ${townshipId} and not v.retired and not p.retired order by v.name, p.name`,
  )

/** Takes a place out of use; false while hours stand there. */
export const retirePlace = async (db: Db, id: string, today: string): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`update office_places set retired = true where id = ${id}::uuid
      and not exists (select from office_hours h where h.place_id = office_places.id and (h.until is null or h.until >= ${today}::date))
      and not exists (select from office_extras x where x.place_id = office_places.id and x.day >= ${today}::date and not x.removed)
    returning id`,
  )
  return rows.length > 0
}

/** A village of a township with its name; undefined when there is no such, or it is retired. */
export const findVillage = async (db: Db, id: string): Promise<{ name: string; townshipId: string } | undefined> => {
  const [row] = await rowsOf<{ name: string; townshipId: string }>(
    db,
    sql`select name, parent_id as "townshipId" from areas where id = ${id} and level = 'community' and not retired`,
  )
  return row
}

/** His weekly hours that are in force, or will be. */
export const listHours = (db: Db, adviserId: string, today: string): Promise<OfficeHours[]> =>
  jsonRowsOf(
    db,
    sql`select h.id, v.name as village, p.name as place, h.community_id as "communityId", h.place_id as "placeId", h.mode, h.weekday, h.from_minute as from, h.to_minute as to,
      h.slot_minutes as "slotMinutes", h.buffer_minutes as "bufferMinutes", h.notice_minutes as "noticeMinutes", h.horizon_days as "horizonDays", h.capacity, h.on_days_off as "onDaysOff"
    from office_hours h join areas v on v.id = h.community_id join office_places p on p.id = h.place_id
    where h.adviser_id = ${adviserId}::uuid and (h.until is null or h.until >= ${today}::date) order by h.weekday, h.from_minute, h.id`,
  )

type Hours = Omit<OfficeHours, 'village' | 'place'>

/** Keeps weekly hours under their id; what was ended holds again. False when the id is somebody else's. */
export const upsertHours = async (db: Db, adviserId: string, it: Hours, today: string, now: Date): Promise<boolean> => {
  const { id, from: fromMinute, to: toMinute, ...shape } = it
  const rows = await db
    .insert(officeHours)
    .values({ ...shape, id, adviserId, fromMinute, toMinute, since: today, updatedAt: now })
    .onConflictDoUpdate({
      target: officeHours.id,
      set: { ...shape, fromMinute, toMinute, until: null, updatedAt: now },
      setWhere: eq(officeHours.adviserId, adviserId),
    })
    .returning({ id: officeHours.id })
  return rows.length > 0
}

/** Ends weekly hours with the day before `today`; false when they are not his. */
export const endHours = async (db: Db, id: string, adviserId: string, today: string, now: Date): Promise<boolean> => {
  const rows = await db
    .update(officeHours)
    .set({ until: sql`least(coalesce(until, ${today}::date - 1), ${today}::date - 1)`, updatedAt: now })
    .where(and(eq(officeHours.id, id), eq(officeHours.adviserId, adviserId)))
    .returning({ id: officeHours.id })
  return rows.length > 0
}

/** What an adviser has on, with who has booked it. Moments as text. */
export type WeekRow = {
  id: string
  kind: 'meeting' | 'lecture' | 'walk-in' | 'leave'
  startsAt: string
  endsAt: string
  mode: Mode | null
  village: string | null
  place: string | null
  capacity: number
  bookings: {
    id: string
    number: string
    state: BookingState
    who: string
    declared: boolean
    outcome: MeetingOutcome | null
  }[]
}

/** From then to then: what is live, and what did not take place though somebody was expected. */
export const listWeek = (db: Db, adviserId: string, from: Date, to: Date): Promise<WeekRow[]> =>
  jsonRowsOf(
    db,
    sql`select a.id, a.kind, a.starts_at as "startsAt", a.ends_at as "endsAt", a.mode, v.name as village, p.name as place, greatest(a.capacity, 1) as capacity, coalesce(b.bookings, '[]') as bookings
    from (
      select * from appointments where adviser_id = ${adviserId}::uuid and starts_at >= ${moment(from)} and starts_at < ${moment(to)}
      union select * from appointments where adviser_id = ${adviserId}::uuid and live and blocked && tstzrange(${moment(from)}, ${moment(to)})
    ) a left join areas v on v.id = a.community_id left join office_places p on p.id = a.place_id
    left join lateral (
      select json_agg(json_build_object('id', b.id, 'number', b.number, 'state', b.state, 'who', pe.name, 'outcome', b.outcome,
        'declared', exists (select from booking_declarations d where d.booking_id = b.id and d.adviser_id = a.adviser_id and not d.conflict)) order by b.seat) as bookings
      from bookings b join people pe on pe.id = b.person_id where b.appointment_id = a.id and b.state not in ${anyOf(undoneStates)}
    ) b on true
    where a.live or b.bookings is not null order by a.starts_at, a.id`,
  )
