import { type AlertFill, callingKinds, type Template } from '@huiyin/shared/alerts/alert-kind.ts'
import { type Audience, whenToRing } from '@huiyin/shared/alerts/ladder.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, json, moment } from '../core/values.ts'

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
  /** A number in place of the event's: whoever has a message with it is told nothing more. */
  once?: string
}

/** For a change of which nobody hears but those who are named. Made when asked for: in the bundle drizzle may not have begun yet. */
export const noFollowers = (): SQL => sql`(select null::uuid where false)`

/** The first moment when somebody may be rung. */
export const ringFrom = (now: Date, urgent: SQL): SQL =>
  sql`case when ${urgent} then ${moment(now)} else ${moment(whenToRing(now, false))} end`

/** When the rung that has just rung is over: after its minutes where somebody must answer, else only by failing. */
export const rungOver = (calls: SQL, waitMinutes: SQL, ringAt: SQL): SQL =>
  sql`case when ${calls} and ${waitMinutes} is not null then ${ringAt} + make_interval(mins => ${waitMinutes}) else 'infinity'::timestamptz end`

/**
 * Alerts about a matter that belong to no step of its history; once for each event id. `matter` selects its `id`, `number` and `area_id`.
 */
export const tellOf = async (
  db: Db,
  matter: SQL,
  notices: readonly NewAlert[],
  eventId: string,
  now: Date,
): Promise<void> => {
  const about = { eventId, actorId: null, now, done: sql`told_of`, followers: noFollowers() }
  await rowsOf(db, sql`with told_of as (${matter}) ${queuedAlerts(notices, about)}`)
}

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
  select coalesce(n.once, ${eventId}::uuid), d.id, d.area_id, r.id, c.channel, n.template, n.kind, n.fill || jsonb_build_object('number', d.number), n.urgent,
    case when c.rings then 'waiting' else 'sent' end, case when c.rings then ${ringAt} else ${moment(now)} end, ${moment(now)}, case when not c.rings then ${moment(now)} end,
    case when not c.rings and n.template is not null then n.audience end, coalesce(rung.rung, 0),
    case when c.rings or n.template is null then null when rung.rung is null then case when n.calls then ${moment(now)} end
      else ${rungOver(sql`n.calls`, sql`rung.wait_minutes`, ringAt)} end
  from ${done} d cross join jsonb_to_recordset(${json(notices)})
    as n("recipientId" uuid, kind text, fill jsonb, urgent boolean, template text, audience text, calls boolean, once uuid)
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
