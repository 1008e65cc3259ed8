import { type AlertFill, callingKinds } from '@huiyin/shared/alerts/alert-kind.ts'
import { inboxMinutes } from '@huiyin/shared/alerts/alert-limits.ts'
import { type Audience, type Other, staffAudiences } from '@huiyin/shared/alerts/ladder.ts'
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import type { Due } from '../core/clock-work-queries.ts'
import { anyOf, json, moment, uuids } from '../core/values.ts'
import { type NewAlert, noFollowers, queuedAlerts, ringFrom, rungOver } from './queries.ts'
import { dutyPhones, robots } from './tables.ts'

/** An alert that nobody has answered, and the somebody else whom its next rung turns to. */
export type Unanswered = {
  id: string
  eventId: string
  matterId: string
  areaId: string
  recipientId: string
  kind: string
  fill: AlertFill
  urgent: boolean
  audience: Audience
  rung: number
  next: number
  via: Other
  waitMinutes: number | null
}

const leaseSeconds = 30

/** Ladders whose rung is over: those that are urgent, or the others. */
export const laddersDue =
  (urgent: boolean): Due =>
  now =>
    sql`select id, rung_at as due_at from alerts where rung_at <= ${moment(now)} and rung_at is not null and ${urgent ? sql`urgent` : sql`not urgent`}`

/** What can wait, and is counted in working hours, climbs when these begin: the ladders of the staff among these. Answers the others. */
export const postponeRungs = async (db: Db, ids: readonly string[], opensAt: Date): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`
    with resting as (
      update alerts set rung_at = ${moment(opensAt)} where id in ${uuids(ids)} and not urgent and audience in ${anyOf(staffAudiences)}
        and rung_at < ${moment(opensAt)} returning id
    )
    select id from alerts where id in ${uuids(ids)} and id not in (select id from resting)`,
  )
  return rows.map(row => row.id)
}

/**
 * Takes those of these ladders whose rung is over one rung up: rings through the next channel that reaches the person, or ends where
 * there is none. Rungs that turn to somebody else are given out on a lease, for `turnTo`; of several who were told of one event
 * the last who is still being rung turns for all. One statement; safe to run at once.
 */
export const escalateRungs = (db: Db, ids: readonly string[], now: Date): Promise<Unanswered[]> => {
  const ringAt = ringFrom(now, sql`g.urgent`)
  const calls = sql`d.kind in (select jsonb_array_elements_text(${json(callingKinds())}))`
  return rowsOf<Unanswered>(
    db,
    sql`
    with due as (
      select *, created_at + make_interval(mins => case when urgent then ${inboxMinutes.urgent} else ${inboxMinutes.calm} end::int) as patient_until
      from alerts where id in ${uuids(ids)} and rung_at <= ${moment(now)} for update skip locked
    ), going as (
      select d.*, n.rung as next, n.via, n.wait_minutes, ${calls} as calls, n.via in ('colleague', 'above', 'duty') as turns,
        exists (select from alerts o where o.event_id = d.event_id and o.id <> d.id and o.audience = d.audience and o.rung_at > ${moment(now)} and o.rung_at < 'infinity') as carried
      from due d left join lateral next_rung(d.recipient_id, d.grid_id, d.audience, d.urgent, d.rung, not (${calls})) as n on true
    ), climbed as (
      update alerts a set rung = case when g.turns then a.rung else coalesce(g.next, a.rung) end,
        rung_at = case when g.next is null or g.turns and g.carried then null
          when g.turns and g.patient_until > ${moment(now)} then g.patient_until when g.turns then ${moment(now)} + make_interval(secs => ${leaseSeconds})
          else ${rungOver(sql`g.calls`, sql`g.wait_minutes`, ringAt)} end
      from going g where a.id = g.id
    ), rung as (
      insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, template, kind, fill, urgent, state, due_at, created_at)
      select g.event_id, g.matter_id, g.grid_id, g.recipient_id, g.via, g.template, g.kind, g.fill, g.urgent, 'waiting', ${ringAt}, ${moment(now)}
      from going g where not g.turns
      on conflict (event_id, recipient_id, channel) do nothing
    )
    select g.id, g.event_id as "eventId", g.matter_id as "matterId", g.grid_id as "areaId", g.recipient_id as "recipientId", g.kind, g.fill, g.urgent,
      g.audience, g.rung, g.next, g.via, g.wait_minutes as "waitMinutes"
    from going g where g.turns and not g.carried and g.patient_until <= ${moment(now)}`,
  )
}

/**
 * Turns to somebody else: they are told of the same event, and a call by hand is asked for where the duty list comes in.
 * Where that tells nobody new, the next rung is due at once. Nothing is written when somebody has answered meanwhile.
 */
export const turnTo = async (db: Db, row: Unanswered, notices: readonly NewAlert[], now: Date): Promise<void> => {
  const byHand = row.via === 'duty'
  const rows = await rowsOf<{ told: number }>(
    db,
    sql`
    with turned as (
      update alerts set rung = ${row.next}::int, rung_at = ${rungOver(sql`true`, sql`${row.waitMinutes}::int`, moment(now))}
      where id = ${row.id}::uuid and rung = ${row.rung}::int and rung_at is not null
      returning matter_id as id, fill->>'number' as number, grid_id as area_id
    ), told as (${queuedAlerts(notices, { eventId: row.eventId, actorId: row.recipientId, now, done: sql`turned`, followers: noFollowers() })}
    ), asked as (
      insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at)
      select ${row.eventId}::uuid, t.id, t.area_id, ${row.recipientId}::uuid, 'phone', ${row.kind}, ${json(row.fill)}, ${row.urgent}::boolean, 'waiting', ${moment(now)}, ${moment(now)}
      from turned t where ${byHand}::boolean on conflict (event_id, recipient_id, channel) do nothing returning id
    )
    select ((select count(*) from told) + (select count(*) from asked))::int as told from turned`,
  )
  if (rows[0]?.told === 0)
    await rowsOf(
      db,
      sql`update alerts set rung_at = ${moment(now)} where id = ${row.id}::uuid and rung = ${row.next}::int and rung_at > ${moment(now)}`,
    )
}

/** A channel did not reach this person: the ladder of the event goes on at once. Part of the statement that says so. */
export const hurriedLadder = (failed: SQL, now: Date): SQL => sql`
  update alerts i set rung_at = ${moment(now)} from ${failed} f
  where i.event_id = f.event_id and i.recipient_id = f.recipient_id and i.channel = 'inbox' and i.rung_at > ${moment(now)}`

/** Office numbers of a township to ring when nobody answers, in their order. */
export const listDutyPhones = (db: Db, townshipId: string): Promise<{ title: string; phone: string }[]> =>
  db
    .select({ title: dutyPhones.title, phone: dutyPhones.phone })
    .from(dutyPhones)
    .where(eq(dutyPhones.townshipId, townshipId))
    .orderBy(asc(dutyPhones.rank))

export const replaceDutyPhones = async (
  db: Db,
  townshipId: string,
  phones: readonly { title: string; phone: string }[],
): Promise<void> => {
  await db.transaction(async tx => {
    await tx.delete(dutyPhones).where(eq(dutyPhones.townshipId, townshipId))
    if (phones.length > 0) await tx.insert(dutyPhones).values(phones.map((it, rank) => ({ townshipId, rank, ...it })))
  })
}

/** Groups whose enciphered key does not begin so. */
export const listRobotsSealedOtherwise = (db: Db, prefix: string): Promise<{ areaId: string; cipher: string }[]> =>
  db
    .select({ areaId: robots.areaId, cipher: robots.keyCipher })
    .from(robots)
    .where(sql`not starts_with(${robots.keyCipher}, ${prefix})`)

/** Replaces the seal of a group's key that still stands as it was read. */
export const sealRobotAnew = async (
  db: Db,
  { areaId, before, cipher }: { areaId: string; before: string; cipher: string },
): Promise<void> => {
  await db
    .update(robots)
    .set({ keyCipher: cipher })
    .where(and(eq(robots.areaId, areaId), eq(robots.keyCipher, before)))
}

/** The group of an area, by its enciphered key; null takes it away. */
export const setRobot = async (db: Db, areaId: string, keyCipher: string | null): Promise<void> => {
  if (keyCipher === null) await db.delete(robots).where(eq(robots.areaId, areaId))
  else
    await db
      .insert(robots)
      .values({ areaId, keyCipher })
      .onConflictDoUpdate({ target: robots.areaId, set: { keyCipher } })
}
