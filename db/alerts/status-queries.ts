import type { AlertState, Channel } from '@huiyin/shared/alerts/alert.ts'
import { lostStates } from '@huiyin/shared/alerts/alert.ts'
import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, json, moment } from '../core/values.ts'

export type Health = {
  /** Due and not yet handed over; how long the oldest has waited. */
  waiting: number
  oldestSeconds: number
  /** Rows that only the operator can help. */
  dead: number
  /** Unanswered alerts that still climb. */
  climbing: number
  /** Given up in the last day, by channel and code, most frequent first. */
  failures: { channel: Channel; code: string; count: number }[]
}

/** How delivery stands: for `/readyz` and the operator. */
export const getHealth = async (db: Db, now: Date): Promise<Health> => {
  const [row] = await rowsOf<Omit<Health, 'failures'> & { failures: Health['failures'] | null }>(
    db,
    sql`
    select due.waiting, greatest(coalesce(due.oldest, 0), 0) as "oldestSeconds",
      (select count(*)::int from alerts where state = 'dead') as dead,
      (select count(*)::int from alerts where rung_at is not null and rung_at < 'infinity') as climbing,
      (select json_agg(f) from (
        select channel, code, count(*)::int as count from alerts
        where state in ${anyOf(lostStates)} and created_at > ${moment(now)} - interval '1 day' group by channel, code order by count(*) desc limit 10) f) as failures
    from (select count(*)::int as waiting, extract(epoch from ${moment(now)} - min(due_at))::int as oldest
      from alerts where state = 'waiting' and channel <> 'phone' and due_at <= ${moment(now)}) due`,
  )
  return { waiting: 0, oldestSeconds: 0, dead: 0, climbing: 0, ...row, failures: row?.failures ?? [] }
}

export type DeadAlert = { id: string; channel: Channel; kind: string; code: string; at: string }

/** Rows that only the operator can help, oldest first, 100 at most. */
export const listDead = (db: Db): Promise<DeadAlert[]> =>
  rowsOf(
    db,
    sql`select id, channel, kind, code, created_at as at from alerts where state = 'dead' order by created_at limit 100`,
  )

/** Sends dead rows on their way again, as if never tried: one, or all without an id. Answers how many. */
export const reviveDead = async (db: Db, id: string | undefined, now: Date): Promise<number> => {
  const rows = await rowsOf(
    db,
    sql`update alerts set state = 'waiting', attempts = 0, crashes = 0, code = null, due_at = ${moment(now)}
      where state = 'dead' ${id ? sql`and id = ${id}::uuid` : sql``} returning id`,
  )
  return rows.length
}

/** One way by which one person was told of a matter: what became of it, and when it was read or answered. */
export type ToldRow = {
  id: string
  kind: string
  channel: Channel
  state: AlertState
  code: string | null
  attempts: number
  at: string
  sentAt: string | null
  readAt: string | null
  title: string | null
  name: string
}

/** How the staff was told of a matter, newest first, 100 at most. Residents' alerts are theirs alone. */
export const listTold = (db: Db, matterId: string, now: Date): Promise<ToldRow[]> =>
  rowsOf(
    db,
    sql`
    select a.id, a.kind, a.channel, a.state, a.code, a.attempts, a.created_at as at, a.sent_at as "sentAt", a.read_at as "readAt", p.name,
      (select title from postings s where s.person_id = p.id and s.from_at <= ${moment(now)} and (s.until_at is null or s.until_at > ${moment(now)}) order by rank, id limit 1) as title
    from alerts a join people p on p.id = a.recipient_id
    where a.matter_id = ${matterId}::uuid and (a.kind like 'task-%' or a.kind = 'report-new')
    order by a.created_at desc, a.channel limit 100`,
  )

export type Rung = {
  scope: string
  audience: string
  urgency: string
  rung: number
  via: string
  waitMinutes: number | null
}

/** Every rung, the common ones first. */
export const listRungs = (db: Db): Promise<Rung[]> =>
  rowsOf(
    db,
    sql`select scope, audience, urgency, rung, via, wait_minutes as "waitMinutes" from ladders order by scope, audience, urgency desc, rung`,
  )

/** Puts a township's own rungs for one audience and urgency in place of the common ones; none gives the common ones back. */
export const replaceRungs = async (
  db: Db,
  { scope, audience, urgency }: Pick<Rung, 'scope' | 'audience' | 'urgency'>,
  rungs: readonly Pick<Rung, 'rung' | 'via' | 'waitMinutes'>[],
): Promise<void> => {
  await db.transaction(async tx => {
    await rowsOf(
      tx,
      sql`delete from ladders where scope = ${scope} and audience = ${audience} and urgency = ${urgency}`,
    )
    await rowsOf(
      tx,
      sql`insert into ladders (scope, audience, urgency, rung, via, wait_minutes)
        select ${scope}, ${audience}, ${urgency}, r.rung, r.via, r."waitMinutes" from jsonb_to_recordset(${json(rungs)}) as r(rung int, via text, "waitMinutes" int)`,
    )
  })
}
