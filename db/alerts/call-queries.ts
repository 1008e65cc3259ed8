import type { AlertState } from '@huiyin/shared/alerts/alert.ts'
import type { AlertFill } from '@huiyin/shared/alerts/alert-kind.ts'
import type { CallResult } from '@huiyin/shared/alerts/told.ts'
import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { moment } from '../core/values.ts'

/** `tries`: how often somebody has rung and nobody answered, and when last. */
export type CallRow = {
  id: string
  matterId: string
  kind: string
  fill: AlertFill
  at: string
  title: string | null
  name: string
  hasPhone: boolean
  tries: number
  triedAt: string | null
}

/** Calls by hand that are still to be made in a township, oldest first, 50 at most. */
export const listCalls = (db: Db, townshipId: string, now: Date): Promise<CallRow[]> =>
  rowsOf(
    db,
    sql`
    select a.id, a.matter_id as "matterId", a.kind, a.fill, a.created_at as at, p.name, p.phone_cipher is not null as "hasPhone", t.tries, t."triedAt",
      (select title from postings s where s.person_id = p.id and s.from_at <= ${moment(now)} and (s.until_at is null or s.until_at > ${moment(now)}) order by rank, id limit 1) as title
    from alerts a join people p on p.id = a.recipient_id join areas g on g.id = a.grid_id
    cross join lateral (select count(*)::int as tries, max(t.at) as "triedAt" from alert_attempts t where t.alert_id = a.id and t.caller_id is not null) t
    where a.channel = 'phone' and a.state = 'waiting' and split_part(g.path, '/', 3) = ${townshipId}
    order by a.created_at limit 50`,
  )

export type FoundCall = {
  townshipId: string
  state: AlertState
  matterId: string
  areaId: string
  recipientId: string
  phoneCipher: string | null
}

/** A call, made or not: where it is asked for, and whom it is to reach. */
export const findCall = async (db: Db, id: string): Promise<FoundCall | undefined> => {
  const [row] = await rowsOf<FoundCall>(
    db,
    sql`select split_part(g.path, '/', 3) as "townshipId", a.state, a.matter_id as "matterId", a.grid_id as "areaId", a.recipient_id as "recipientId",
        p.phone_cipher as "phoneCipher"
      from alerts a join areas g on g.id = a.grid_id join people p on p.id = a.recipient_id where a.id = ${id}::uuid and a.channel = 'phone'`,
  )
  return row
}

/** What came of it, with the caller. Once somebody was reached the chase ends; who says so again changes nothing. */
export const markCalled = async (
  db: Db,
  id: string,
  { result, callerId }: { result: CallResult; callerId: string },
  now: Date,
): Promise<void> => {
  const reached = result === 'reached'
  await rowsOf(
    db,
    sql`
    with done as (
      update alerts set state = case when ${reached}::boolean then 'sent' else state end, sent_at = case when ${reached}::boolean then ${moment(now)} end
      where id = ${id}::uuid and channel = 'phone' and state = 'waiting' returning id, event_id
    ), quiet as (
      update alerts a set rung_at = null from done d where ${reached}::boolean and a.event_id = d.event_id and a.rung_at is not null and a.audience <> 'resident'
    )
    insert into alert_attempts (alert_id, at, code, caller_id) select id, ${moment(now)}, ${reached ? null : result}, ${callerId}::uuid from done`,
  )
}
