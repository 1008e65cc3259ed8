import type { Channel } from '@huiyin/shared/alerts/alert.ts'
import type { AlertFill, AlertKind, Template } from '@huiyin/shared/alerts/alert-kinds.ts'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { json, moment } from '../core/values.ts'
import { alerts, permits } from './tables.ts'

/** `recipientId` null means everybody who follows the matter. */
export type NewAlert = {
  recipientId: string | null
  kind: AlertKind
  fill: AlertFill
  urgent: boolean
  template: Template | null
}

/**
 * SQL that queues alerts inside the statement that makes the change: `done` is the CTE with the changed row and
 * its `number` (without a row nothing is queued), `followers` a sub-query of person ids. The actor is never alerted of his own act. Inbox rows are there at once; others become due.
 */
export const queuedAlerts = (
  news: readonly NewAlert[],
  {
    eventId,
    actorId,
    now,
    done,
    followers,
  }: { eventId: string; actorId: string | null; now: Date; done: SQL; followers: SQL },
): SQL => sql`
  insert into alerts (event_id, recipient_id, channel, template, kind, fill, urgent, state, due_at, created_at, sent_at)
  select ${eventId}::uuid, r.id, c.channel, case c.channel when 'wechat' then n.template end, n.kind, n.fill || jsonb_build_object('number', d.number), n.urgent,
    case c.channel when 'inbox' then 'sent' else 'waiting' end, ${moment(now)}, ${moment(now)},
    case c.channel when 'inbox' then ${moment(now)} end
  from ${done} d cross join jsonb_to_recordset(${json(news)}) as n("recipientId" uuid, kind text, fill jsonb, urgent boolean, template text)
  cross join lateral (select n."recipientId" where n."recipientId" is not null union all select f.id from ${followers} as f(id) where n."recipientId" is null) as r(id)
  cross join lateral (select 'inbox' union all select 'wechat' where n.template is not null) as c(channel)
  where r.id is distinct from ${actorId}::uuid
  on conflict (event_id, recipient_id, channel) do nothing`

export type AlertRow = typeof alerts.$inferSelect

/** One page of the inbox, newest first. `before` is [created_at, id] of the last row seen. */
export const listInbox = (
  db: Db,
  personId: string,
  limit: number,
  before: [Date, string] | undefined,
): Promise<AlertRow[]> =>
  db
    .select()
    .from(alerts)
    .where(
      and(
        eq(alerts.recipientId, personId),
        sql`channel = 'inbox'`,
        before && sql`(${alerts.createdAt}, ${alerts.id}) < (${moment(before[0])}, ${before[1]}::uuid)`,
      ),
    )
    .orderBy(sql`created_at desc nulls first, id desc nulls first`)
    .limit(limit)

/** Unread inbox rows, counted up to 100. */
export const countUnread = async (db: Db, personId: string): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from (
      select from alerts where recipient_id = ${personId}::uuid and channel = 'inbox' and read_at is null limit 100) some_rows`,
  )
  return row?.n ?? 0
}

/** Marks one's own rows as read; all of them without `ids`. */
export const markRead = async (db: Db, personId: string, ids: string[] | undefined, now: Date): Promise<void> => {
  await db
    .update(alerts)
    .set({ readAt: now })
    .where(
      and(eq(alerts.recipientId, personId), sql`channel = 'inbox' and read_at is null`, ids && inArray(alerts.id, ids)),
    )
}

export type DueAlert = {
  id: string
  recipientId: string
  openid: string | null
  channel: Channel
  template: Template | null
  kind: AlertKind
  fill: AlertFill
  urgent: boolean
  attempts: number
  /** Why the attempt before this one came to nothing. */
  code: string | null
  left: number
  /** Refused in WeChat, not allowed since. */
  refused: boolean
}

const leaseSeconds = 30

/**
 * Takes up to `limit` due alerts for 30 s of database time: urgent before normal, at most one for each recipient, and none
 * for a recipient whose earlier alert is still in somebody's hands (WeChat refuses parallel sends to one person).
 */
export const leaseDue = (db: Db, limit: number, now: Date): Promise<DueAlert[]> =>
  rowsOf<DueAlert>(
    db,
    sql`
    with due as (
      select a.id, a.recipient_id, row_number() over (partition by a.recipient_id order by a.urgent desc, a.due_at, a.id) as turn
      from (select id, recipient_id, urgent, due_at from alerts b
        where state = 'waiting' and due_at <= ${moment(now)} and (leased_until is null or leased_until < clock_timestamp())
        and not exists (select from alerts o where o.recipient_id = b.recipient_id and o.state = 'waiting' and o.leased_until >= clock_timestamp())
        order by urgent desc nulls first, due_at limit ${limit * 4}::int for update skip locked) a
    ), taken as (
      update alerts a set leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}), attempts = a.attempts + 1
      from (select id from due where turn = 1 limit ${limit}::int) d where a.id = d.id
      returning a.*
    )
    select t.id, t.recipient_id as "recipientId", p.openid, t.channel, t.template, t.kind, t.fill, t.urgent, t.attempts, t.code,
      coalesce(m."left", 0) as left, m.refused_at is not null as refused
    from taken t join people p on p.id = t.recipient_id
    left join permits m on m.person_id = t.recipient_id and m.template = t.template order by t.urgent desc, t.due_at`,
  )

/** Handed to the channel, which gave it this number: one permit less, where permits are counted. */
export const markSent = async (
  db: Db,
  { id, recipientId, template }: DueAlert,
  msgid: string | null,
  now: Date,
): Promise<void> => {
  await rowsOf(
    db,
    sql`
    with sent as (
      update alerts set state = 'sent', sent_at = ${moment(now)}, leased_until = null, code = null, msgid = ${msgid}
      where id = ${id}::uuid and state = 'waiting' returning id
    )
    update permits set "left" = greatest("left" - 1, 0)
    where person_id = ${recipientId}::uuid and template = ${template} and exists (select from sent)`,
  )
}

/** Put off until `dueAt`, with the reason. */
export const markPutOff = async (db: Db, id: string, dueAt: Date, code: string): Promise<void> => {
  await db
    .update(alerts)
    .set({ dueAt, code, leasedUntil: null })
    .where(and(eq(alerts.id, id), eq(alerts.state, 'waiting')))
}

/** Given up, visibly. */
export const markFailed = async (db: Db, id: string, code: string): Promise<void> => {
  await db
    .update(alerts)
    .set({ state: 'failed', code, leasedUntil: null })
    .where(and(eq(alerts.id, id), eq(alerts.state, 'waiting')))
}

/** The platform says that nothing is left. */
export const clearPermit = async (db: Db, personId: string, template: Template): Promise<void> => {
  await db
    .update(permits)
    .set({ left: 0 })
    .where(and(eq(permits.personId, personId), eq(permits.template, template)))
}

export const listPermits = (db: Db, personId: string): Promise<{ template: Template; left: number }[]> =>
  db.select({ template: permits.template, left: permits.left }).from(permits).where(eq(permits.personId, personId))

/** How delivery stands: for `/readyz` and the operator. */
export const getBacklog = async (db: Db, now: Date): Promise<{ waiting: number; oldestSeconds: number }> => {
  const [row] = await rowsOf<{ waiting: number; oldest: number | null }>(
    db,
    sql`select count(*)::int as waiting, extract(epoch from ${moment(now)} - min(due_at))::int as oldest
      from alerts where state = 'waiting' and due_at <= ${moment(now)}`,
  )
  return { waiting: row?.waiting ?? 0, oldestSeconds: Math.max(0, row?.oldest ?? 0) }
}
