import { type AlertFill, callingKinds, type Template } from '@huiyin/shared/alerts/alert-kind.ts'
import { type Audience, whenToRing } from '@huiyin/shared/alerts/ladder.ts'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, atMost, json, moment, toDate } from '../core/values.ts'
import { alerts } from './tables.ts'

/** `recipientId` null means everybody who follows the matter. */
export type NewAlert = {
  recipientId: string | null
  kind: string
  fill: AlertFill
  urgent: boolean
  /** Without a template it stays in the inbox and nobody is rung. */
  template: Template | null
  audience: Audience
  /** Somebody must answer: silence climbs the ladder too, not only failure. */
  calls: boolean
}

/** For a change of which nobody hears but those who are named. */
export const noFollowers: SQL = sql`(select null::uuid where false)`

/** The first moment when somebody may be rung. */
export const ringFrom = (now: Date, urgent: SQL): SQL =>
  sql`case when ${urgent} then ${moment(now)} else ${moment(whenToRing(now, false))} end`

/** When the rung that has just rung is over: after its minutes where somebody must answer, else only by failing. */
export const rungOver = (calls: SQL, waitMinutes: SQL, ringAt: SQL): SQL =>
  sql`case when ${calls} and ${waitMinutes} is not null then ${ringAt} + make_interval(mins => ${waitMinutes}) else 'infinity'::timestamptz end`

/**
 * SQL that queues alerts inside the statement that makes the change: `done` is the CTE with the changed matter (`id`,
 * `number`, `area_id`; without a row nothing is queued), `followers` a sub-query of person ids. The actor is never alerted
 * of his own act. Inbox rows are there at once; the first rung of the ladder becomes due.
 */
export const queuedAlerts = (
  notices: readonly NewAlert[],
  {
    eventId,
    actorId,
    now,
    done,
    followers,
  }: { eventId: string; actorId: string | null; now: Date; done: SQL; followers: SQL },
): SQL => {
  const ringAt = ringFrom(now, sql`n.urgent`)
  return sql`
  insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, template, kind, fill, urgent, state, due_at, created_at, sent_at, audience, rung, rung_at)
  select ${eventId}::uuid, d.id, d.area_id, r.id, c.channel, n.template, n.kind, n.fill || jsonb_build_object('number', d.number), n.urgent,
    case when c.rings then 'waiting' else 'sent' end, case when c.rings then ${ringAt} else ${moment(now)} end, ${moment(now)}, case when not c.rings then ${moment(now)} end,
    case when not c.rings and n.template is not null then n.audience end, coalesce(rung.rung, 0),
    case when c.rings or n.template is null then null when rung.rung is null then case when n.calls then ${moment(now)} end
      else ${rungOver(sql`n.calls`, sql`rung.wait_minutes`, ringAt)} end
  from ${done} d cross join jsonb_to_recordset(${json(notices)})
    as n("recipientId" uuid, kind text, fill jsonb, urgent boolean, template text, audience text, calls boolean)
  cross join lateral (select n."recipientId" where n."recipientId" is not null union all select f.id from ${followers} as f(id) where n."recipientId" is null) as r(id)
  left join lateral next_rung(r.id, d.area_id, n.audience, n.urgent, 0, true) as rung on n.template is not null
  cross join lateral (select 'inbox', false union all select rung.via, true where rung.via is not null) as c(channel, rings)
  where r.id is distinct from ${actorId}::uuid
  on conflict (event_id, recipient_id, channel) do nothing returning id`
}

/**
 * SQL that ends all ladders of a matter inside the statement that moves it; `done` is the CTE that must have a row. What was still to
 * ring for an answer (in the morning, after an outage, by hand) stays here: somebody has answered.
 */
export const quietLadders = (matterId: string, done: SQL): SQL => sql`
  update alerts set rung_at = null, state = case when state = 'waiting' then 'failed' else state end, code = case when state = 'waiting' then 'withdrawn' else code end
  where matter_id = ${matterId}::uuid and exists (select from ${done})
    and (rung_at is not null or state = 'waiting' and leased_until is null and kind in ${anyOf(callingKinds())})`

/** SQL that takes back what still waits to be sent of one kind, for what it says is no longer so; `done` as above. */
export const withdrawnAlerts = (matterId: string, kind: string, done: SQL): SQL => sql`
  update alerts set state = 'failed', code = 'withdrawn' where matter_id = ${matterId}::uuid and kind = ${kind} and state = 'waiting'
    and leased_until is null and exists (select from ${done})`

export type InboxRow = Pick<typeof alerts.$inferSelect, 'id' | 'matterId' | 'kind' | 'fill' | 'createdAt' | 'readAt'>

/** One page of the inbox, newest first. `before` is [created_at, id] of the last row seen. */
export const listInbox = async (
  db: Db,
  personId: string,
  limit: number,
  before: [Date, string] | undefined,
): Promise<InboxRow[]> => {
  const further = before ? sql`and (created_at, id) < (${moment(before[0])}, ${before[1]}::uuid)` : sql``
  const rows = await rowsOf<Omit<InboxRow, 'createdAt' | 'readAt'> & { createdAt: string; readAt: string | null }>(
    db,
    sql`select id, matter_id as "matterId", kind, fill, created_at as "createdAt", read_at as "readAt" from alerts
    where recipient_id = ${personId}::uuid and channel = 'inbox' ${further}
    order by created_at desc nulls first, id desc nulls first ${atMost(limit)}`,
  )
  return rows.map(row => ({
    ...row,
    createdAt: toDate(row.createdAt),
    readAt: row.readAt === null ? null : toDate(row.readAt),
  }))
}

/** Unread inbox rows, counted up to 100. */
export const countUnread = async (db: Db, personId: string): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from (
      select from alerts where recipient_id = ${personId}::uuid and channel = 'inbox' and read_at is null limit 100) some_rows`,
  )
  return row?.n ?? 0
}

/** Which of one's own rows: these, those of a matter, or all. */
export type ReadWhich = { ids?: string[] | undefined; matterId?: string | undefined }

/**
 * Marks one's own rows as read. That is the acknowledgement: the ladder of the event ends, for oneself and, where staff
 * has read it, for all staff who were told of it.
 */
export const markRead = async (db: Db, personId: string, { ids, matterId }: ReadWhich, now: Date): Promise<void> => {
  const mine = and(
    eq(alerts.recipientId, personId),
    sql`channel = 'inbox' and read_at is null`,
    ids && inArray(alerts.id, ids),
    matterId === undefined ? undefined : eq(alerts.matterId, matterId),
  )
  await rowsOf(
    db,
    sql`
    with mine as (select id, event_id, audience from ${alerts} where ${mine}),
    others as (update alerts a set rung_at = null from mine m where a.event_id = m.event_id and a.id <> m.id and a.rung_at is not null
      and m.audience <> 'resident' and a.audience <> 'resident')
    update alerts a set read_at = ${moment(now)}, rung_at = null from mine m where a.id = m.id`,
  )
}
