import type { Channel } from '@huiyin/shared/alerts/alert.ts'
import type { AlertFill, Template } from '@huiyin/shared/alerts/alert-kind.ts'
import { afterOutageSeconds } from '@huiyin/shared/alerts/alert-limits.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, moment } from '../core/values.ts'
import { hurriedLadder } from './ladder-queries.ts'

/** An alert in a worker's hands, with the ways to its recipient. */
export type DueAlert = {
  id: string
  eventId: string
  matterId: string
  recipientId: string
  channel: Exclude<Channel, 'inbox' | 'phone'>
  template: Template | null
  kind: string
  fill: AlertFill
  urgent: boolean
  attempts: number
  crashes: number
  /** Why the attempt before this one came to nothing. */
  code: string | null
  /** Its lease ran out unsettled: whoever held it died, or the database was away. Perhaps it was sent. */
  lost: boolean
  /** Since it is there, in seconds. */
  age: number
  openid: string | null
  serviceOpenid: string | null
  wecomUserid: string | null
  phoneCipher: string | null
  /** The nearest group of the place: area and enciphered key. */
  robotArea: string | null
  robotKey: string | null
  /** One-time messages left. */
  left: number
  /** Refused in WeChat, not allowed since. */
  refused: boolean
}

/** Sending begins at once, and no platform is waited for longer than 5 s: whatever is older has nobody any more. */
export const leaseSeconds = 20

/** Leases the rows of the CTE `due` (`id`, `code`, `lost`) that are still free; the row keeps that it was perhaps sent. */
export const leased = (now: Date, and: SQL = sql`true`): SQL => sql`
      update alerts a set leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}), attempts = a.attempts + 1,
        crashes = a.crashes + d.lost::int, code = case when d.lost then 'crash' else a.code end
      from due d where a.id = d.id and a.state = 'waiting' and (a.leased_until is null or a.leased_until < clock_timestamp()) and ${and}
      returning a.*, d.code as before, d.lost, extract(epoch from ${moment(now)} - a.created_at)::int as age`

/** Of the leased rows, the CTE `taken`: the columns of a `DueAlert` but its group, and where they come from. */
export const handed = (group: SQL, joined: SQL = sql``): SQL => sql`
    select t.id, t.event_id as "eventId", t.matter_id as "matterId", t.recipient_id as "recipientId", t.channel, t.template, t.kind, t.fill, t.urgent,
      t.attempts, t.crashes, t.before as code, t.lost, t.age, p.openid, p.service_openid as "serviceOpenid", p.wecom_userid as "wecomUserid",
      p.phone_cipher as "phoneCipher", coalesce(m."left", 0) as left, m.refused_at is not null as refused, ${group}
    from taken t join people p on p.id = t.recipient_id
    left join permits m on m.person_id = t.recipient_id and m.template = t.template ${joined}
    order by t.urgent desc, t.due_at`

/** Sound: never leased, or lost once: whoever held it may have died of another. */
const isSound = sql`(leased_until is null or leased_until < clock_timestamp() and crashes = 0)`
const isSuspect = sql`leased_until < clock_timestamp() and crashes > 0`

/**
 * Takes up to `limit` due alerts for 20 s of database time: urgent before normal, at most one for each recipient, none for a
 * recipient whose earlier alert is still in somebody's hands (WeChat refuses parallel sends to one person), and none that
 * would overtake an earlier one of the same matter on the same channel. Whose hands are full is asked once for all, and what
 * would be overtaken row by row (`offset 0`: never as a join) by the index `alerts_of_person`: during an outage the planner still believes
 * that nothing waits, and read all that waits for each of ten thousand rows; and a thousand messages for one person
 * were compared with one another for each that left. `suspects` are those that two workers have died of:
 * they are taken alone, so that they take no other with them. Groups have a lease of their own (`leaseGroups`).
 */
export const leaseDue = (
  db: Db,
  limit: number,
  now: Date,
  which: 'sound' | 'suspects' = 'sound',
): Promise<DueAlert[]> => {
  return rowsOf<DueAlert>(
    db,
    sql`
    with each as (
      select a.*, row_number() over (partition by a.recipient_id order by a.urgent desc, a.due_at, a.id) as turn
      from (select id, recipient_id, urgent, due_at, code, leased_until is not null as lost from alerts b
        where state = 'waiting' and channel <> 'phone' and channel <> 'robot' and due_at <= ${moment(now)} and ${which === 'sound' ? isSound : isSuspect}
        and recipient_id <> all (array(select recipient_id from alerts where state = 'waiting' and leased_until >= clock_timestamp() and channel <> 'robot'))
        and not exists (select from alerts o where o.recipient_id = b.recipient_id and o.matter_id = b.matter_id and o.channel = b.channel
          and o.created_at < b.created_at and o.state = 'waiting' and o.channel is distinct from 'phone' offset 0)
        order by urgent desc nulls first, due_at limit ${limit * 4}::int for update skip locked) a
    ), due as (select id, code, lost from each where turn = 1 limit ${limit}::int
    ), taken as (${leased(now)})
    ${handed(sql`null as "robotArea", null as "robotKey"`)}`,
  )
}

/** Whether rows wait that two workers have died of. */
export const hasSuspects = async (db: Db, now: Date): Promise<boolean> =>
  (
    await rowsOf(
      db,
      sql`select 1 from alerts where state = 'waiting' and channel <> 'phone' and channel <> 'robot' and ${isSuspect} and due_at <= ${moment(now)} limit 1`,
    )
  ).length > 0

type Settled = {
  state?: 'sent' | 'failed' | 'dead'
  code: string | null
  msgid?: string | null
  dueAt?: Date
  uncounted?: boolean
}

/** Settles a row that still waits, keeps the attempt, and does `and` with the CTE `done` of the settled row. */
const settle = async (db: Db, id: string, { state, code, msgid, dueAt, uncounted }: Settled, now: Date, and: SQL) => {
  await rowsOf(
    db,
    sql`
    with done as (
      update alerts set state = ${state ?? 'waiting'}, code = ${code}, leased_until = null, crashes = 0, msgid = ${msgid ?? null},
        due_at = coalesce(${moment(dueAt ?? null)}, due_at), sent_at = case when ${state === 'sent'}::boolean then ${moment(now)} else sent_at end,
        attempts = attempts - ${uncounted ? 1 : 0}::int
      where id = ${id}::uuid and state = 'waiting' returning id, event_id, recipient_id, template, channel
    ), kept as (
      insert into alert_attempts (alert_id, at, code) select id, ${moment(now)}, ${code} from done where not ${uncounted ?? false}::boolean
    )
    ${and}`,
  )
}

const nothingMore = sql`select id from done`

/** Handed to the channel under its `msgid`: one permit less, where a permit was used. */
export const markSent = (db: Db, id: string, msgid: string | null, now: Date): Promise<void> =>
  settle(
    db,
    id,
    { state: 'sent', code: null, msgid },
    now,
    sql`update permits p set "left" = greatest(p."left" - 1, 0) from done d
      where d.channel = 'wechat' and p.person_id = d.recipient_id and p.template = d.template`,
  )

/** Put off until `dueAt`, with the reason. */
export const markPutOff = (db: Db, id: string, dueAt: Date, code: string, now: Date): Promise<void> =>
  settle(db, id, { code, dueAt }, now, nothingMore)

/** The channel's quota is used up: waits for the next window; that is no attempt. */
export const markHeldBack = (db: Db, id: string, dueAt: Date, now: Date): Promise<void> =>
  settle(db, id, { code: 'quota', dueAt, uncounted: true }, now, nothingMore)

/** A channel answers again: what its outage has put off goes soon, spread out, and not when its own wait is over. */
export const hurryChannel = async (db: Db, channel: Channel, codes: readonly string[], now: Date): Promise<void> => {
  const soon = sql`make_interval(secs => case when urgent then ${afterOutageSeconds.urgent} else ${afterOutageSeconds.calm} end::int)`
  await rowsOf(
    db,
    sql`update alerts set due_at = ${moment(now)} + random() * ${soon} where id in (
      select id from alerts where state = 'waiting' and channel = ${channel} and leased_until is null and code in ${anyOf(codes)}
        and due_at > ${moment(now)} + ${soon} for update skip locked)`,
  )
}

/** Given up, visibly; the ladder goes on at once. `dead`: the operator must look at it. */
export const markFailed = (db: Db, id: string, state: 'failed' | 'dead', code: string, now: Date): Promise<void> =>
  settle(db, id, { state, code }, now, hurriedLadder(sql`done`, now))

/**
 * One more use of a quota in its present window. Answers when to try again where the window is full, null where there was
 * room. Windows begin at whole multiples of their length.
 */
export const takeQuota = async (
  db: Db,
  { name, seconds, most }: { name: string; seconds: number; most: number },
  now: Date,
): Promise<Date | null> => {
  const startsAt = new Date(Math.floor(now.getTime() / (seconds * 1000)) * seconds * 1000)
  const rows = await rowsOf(
    db,
    sql`insert into quota_windows (name, starts_at, used) values (${name}, ${moment(startsAt)}, 1)
      on conflict (name, starts_at) do update set used = quota_windows.used + 1 where quota_windows.used < ${most}::int returning used`,
  )
  return rows.length > 0 ? null : new Date(startsAt.getTime() + seconds * 1000)
}

/** Forgets windows that are over since a day. */
export const dropOldQuotas = async (db: Db, now: Date): Promise<void> => {
  await rowsOf(db, sql`delete from quota_windows where starts_at < ${moment(now)} - interval '1 day'`)
}
