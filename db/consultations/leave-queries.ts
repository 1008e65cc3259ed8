import { liveStates } from '@huiyin/shared/consultations/booking-states.ts'
import type { Leave, TownshipAdviser } from '@huiyin/shared/consultations/office-desk.ts'
import { eq, type SQL, sql } from 'drizzle-orm'
import { type NewAlert, queuedAlerts } from '../alerts/queries.ts'
import { type Db, jsonRowsOf, rowsOf } from '../core/client.ts'
import { anyOf, heldAt, moment, uuids } from '../core/values.ts'
import { near, span, type WantedSlot } from './place-queries.ts'
import { appointments } from './tables.ts'

/** An adviser with one of his villages in this township, where word of him belongs. */
export type AdviserRow = TownshipAdviser & { communityId: string }

/** Who advises the villages of a township, by name. */
export const listTownshipAdvisers = (db: Db, townshipId: string, now: Date): Promise<AdviserRow[]> =>
  jsonRowsOf(
    db,
    sql`select pe.id, pe.name, min(u.name) as firm, min(v.id) as "communityId", json_agg(distinct v.name) as villages,
      (select coalesce(json_agg(l order by l."startsAt"), '[]') from (${leavesOf(sql`pe.id`, now)}) l) as leaves
    from areas v join postings p on p.area_id = v.id and p.role = 'adviser' and ${heldAt(now)} join people pe on pe.id = p.person_id left join units u on u.id = p.unit_id
    where v.parent_id = ${townshipId} and v.level = 'community' and not v.retired group by pe.id, pe.name order by pe.name, pe.id`,
  )

/** What somebody else has done with his time, and where word of it belongs. Empty where he did it himself. */
export type Word = { communityId: string; actorId: string; eventId: string; notices: readonly NewAlert[] }

/** CTE that tells him; `done` is the CTE with the leave. */
const told = ({ communityId, actorId, eventId, notices }: Word, done: SQL, now: Date): SQL =>
  queuedAlerts(notices, {
    ...{ eventId, actorId, now, followers: sql`(select null::uuid where false)` },
    done: sql`(select id, '' as number, ${communityId}::text as area_id from ${done})`,
  })

type Off = { id: string; adviserId: string; townshipId: string; inputHash: string; startsAt: Date; endsAt: Date }

/** What an adviser has put into his own time under this id. */
export const findOwnTime = async (db: Db, id: string): Promise<typeof appointments.$inferSelect | undefined> => {
  const [row] = await db.select().from(appointments).where(eq(appointments.id, id))
  return row
}

/** Bookings inside this time that have not begun. */
export const listInside = async (db: Db, { adviserId, startsAt, endsAt }: Off, now: Date): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select b.id from appointments a join bookings b on b.appointment_id = a.id and b.state in ${anyOf(liveStates)}
    where a.adviser_id = ${adviserId}::uuid and a.live and a.blocked && ${span(startsAt, endsAt)} and a.ends_at > ${moment(startsAt)} and a.starts_at > ${moment(now)} and a.starts_at < ${moment(endsAt)} order by b.id`,
  )
  return rows.map(row => row.id)
}

/** Leave that it touches becomes part of it: the whole span, and what it takes in. */
export const joinLeaves = async (db: Db, off: Off): Promise<{ off: Off; over: string[] }> => {
  const rows = await rowsOf<{ id: string; startsAt: string; endsAt: string }>(
    db,
    sql`select id, starts_at as "startsAt", ends_at as "endsAt" from appointments
    where adviser_id = ${off.adviserId}::uuid and live and kind = 'leave' and blocked && ${span(off.startsAt, off.endsAt)}`,
  )
  const times = (own: Date, key: 'startsAt' | 'endsAt') => [own.getTime(), ...rows.map(row => Date.parse(row[key]))]
  return {
    off: {
      ...off,
      startsAt: new Date(Math.min(...times(off.startsAt, 'startsAt'))),
      endsAt: new Date(Math.max(...times(off.endsAt, 'endsAt'))),
    },
    over: rows.map(row => row.id),
  }
}

/**
 * Leave, once nothing that is to come stands in it: what has begun already, and the buffer behind a meeting, gives way. False when
 * something stands in it after all, booked a moment ago: then it is called off too.
 */
export const insertLeave = async (
  db: Db,
  { off, over }: { off: Off; over: readonly string[] },
  word: Word,
  now: Date,
): Promise<boolean> => {
  await rowsOf(
    db,
    sql`
    with ended as (
      update appointments set live = false, sequence = sequence + 1, updated_at = ${moment(now)}
      where live and id in ${uuids(over)} or adviser_id = ${off.adviserId}::uuid and live and kind = 'walk-in' and starts_at >= ${moment(off.startsAt)} and starts_at < ${moment(off.endsAt)}
    )
    update appointments a set blocked = tstzrange(lower(blocked), ${moment(off.startsAt)})
    where adviser_id = ${off.adviserId}::uuid and live and blocked && ${span(off.startsAt, off.endsAt)} and kind <> 'leave' and starts_at < ${moment(off.startsAt)}
      and (ends_at <= ${moment(off.startsAt)} or starts_at <= ${moment(now)} or not exists (select from bookings b where b.appointment_id = a.id and b.state in ${anyOf(liveStates)}))`,
  )
  const rows = await rowsOf(
    db,
    sql`
    with made as (
      insert into appointments (id, adviser_id, kind, township_id, starts_at, ends_at, blocked, near, capacity, taken, live, input_hash, created_at, updated_at)
      values (${off.id}::uuid, ${off.adviserId}::uuid, 'leave', ${off.townshipId}, ${moment(off.startsAt)}, ${moment(off.endsAt)}, ${span(off.startsAt, off.endsAt)}, ${span(off.startsAt, off.endsAt)},
        0, 0, true, ${off.inputHash}, ${moment(now)}, ${moment(now)})
      on conflict do nothing returning id
    ), told as (${told(word, sql`made`, now)}) select id from made`,
  )
  return rows.length > 0
}

/** How many bookings this leave has called off: each such step carries its id. */
export const countCalledOff = async (db: Db, { id, adviserId, startsAt, endsAt }: Off): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from appointments a join bookings b on b.appointment_id = a.id join booking_events e on e.booking_id = b.id and e.event = 'call-off'
    where a.adviser_id = ${adviserId}::uuid and a.starts_at < ${moment(endsAt)} and a.starts_at > ${moment(startsAt)} - interval '1 day' and e.input_hash = ${id}`,
  )
  return row?.n ?? 0
}

/** Ends leave that holds; it is his. */
export const endLeave = async (db: Db, id: string, word: Word, now: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`
    with ended as (
      update appointments set live = false, sequence = sequence + 1, updated_at = ${moment(now)} where id = ${id}::uuid and kind = 'leave' and live returning id
    ), told as (${told(word, sql`ended`, now)}) select id from ended`,
  )
}

/** Somebody who has come without a booking. False when the time, or the id, is taken. */
export const insertWalkIn = async (
  db: Db,
  it: Omit<WantedSlot, 'appointmentId'> & { id: string; inputHash: string },
  now: Date,
): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`insert into appointments (id, adviser_id, kind, community_id, township_id, place_id, mode, starts_at, ends_at, blocked, near, capacity, taken, live, input_hash, created_at, updated_at)
    values (${it.id}::uuid, ${it.adviserId}::uuid, 'walk-in', ${it.communityId}, ${it.townshipId}, ${it.placeId}::uuid, 'onsite', ${moment(it.startsAt)}, ${moment(it.endsAt)},
      ${span(it.startsAt, it.endsAt)}, ${near(it.startsAt, it.endsAt)}, 1, 1, true, ${it.inputHash}, ${moment(now)}, ${moment(now)})
    on conflict do nothing returning id`,
  )
  return rows.length > 0
}

const leavesOf = (adviserId: SQL, now: Date): SQL => sql`
    select id, starts_at as "startsAt", ends_at as "endsAt" from appointments
    where adviser_id = ${adviserId} and live and blocked && tstzrange(${moment(now)}, null) and kind = 'leave'`

/** Leave that is not over. */
export const listLeaves = (db: Db, adviserId: string, now: Date): Promise<Leave[]> =>
  jsonRowsOf(db, sql`${leavesOf(sql`${adviserId}::uuid`, now)} order by starts_at`)
