import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, moment, toDate } from '../core/values.ts'
import type { HeardVerdict } from './tables.ts'

export type PhotoToCheck = { id: string; openid: string | null; storedAt: Date; tries: number; part: number }

/** Takes photos that wait to be asked about; each is given out again later, twice as late each time, unless settled. */
export const takePhotoChecks = async (db: Db, now: Date, limit: number): Promise<PhotoToCheck[]> => {
  const rows = await rowsOf<Omit<PhotoToCheck, 'storedAt'> & { storedAt: string }>(
    db,
    sql`
    with taken as (
      update photos set check_tries = check_tries + 1, check_due_at = ${moment(now)} + interval '1 minute' * power(2, check_tries)
      where id in (select id from photos where check_state = 'waiting' and check_due_at <= ${moment(now)} order by check_due_at ${atMost(limit)} for update skip locked)
      returning id, owner_id, stored_at, check_tries, check_part
    )
    select t.id, p.openid, t.stored_at as "storedAt", t.check_tries as tries, t.check_part as part from taken t join people p on p.id = t.owner_id`,
  )
  return rows.map(row => ({ ...row, storedAt: toDate(row.storedAt) }))
}

/** The platform has taken the question; its answer comes under `trace`, or it may have come already. */
export const markPhotoAsked = async (db: Db, id: string, trace: string, until: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`update photos set check_state = 'asked', check_trace = ${trace}, check_due_at = ${moment(until)}
      where id = ${id}::uuid and check_state = 'waiting'`,
  )
}

/** Nothing more is asked about this photo. */
export const markPhotoUnchecked = async (db: Db, id: string, state: 'none' | 'review'): Promise<void> => {
  await rowsOf(
    db,
    sql`update photos set check_state = ${state}, check_due_at = null where id = ${id}::uuid and check_state = 'waiting'`,
  )
}

/** As a key of the store says it, in how many parts a picture lies (`api/photos/pieces.ts`). */
const partsUnder = sql`coalesce(substring(p.storage_key from '[.]([0-9]+)$')::int, 1)`

/** Writes down a result, whether or not its photo is known yet. A second one under the same trace changes nothing. */
export const insertHeardCheck = async (db: Db, trace: string, verdict: HeardVerdict, now: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`insert into heard_checks (trace, verdict, at) values (${trace}, ${verdict}, ${moment(now)}) on conflict (trace) do nothing`,
  )
}

/**
 * Brings photo and result together, whichever came last: each side writes its own row first and then calls this. A photo
 * that could not be fetched waits to be asked about again until `mostTries` are spent; of a long picture that passed, the next part.
 */
export const settleHeardCheck = async (db: Db, trace: string, mostTries: number, now: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`
    with heard as (
      delete from heard_checks h where h.trace = ${trace} and exists (select from photos where check_trace = h.trace and check_state = 'asked')
      returning h.trace, h.verdict
    ), judged as (
      select trace, verdict = 'pass' and p.check_part < ${partsUnder} as goes_on,
        case when verdict = 'again' then case when p.check_tries < ${mostTries}::int then 'waiting' else 'review' end
          when verdict = 'pass' and p.check_part < ${partsUnder} then 'waiting' else verdict end as state
      from heard join photos p on p.check_trace = heard.trace and p.check_state = 'asked'
    )
    update photos set check_state = judged.state, check_due_at = case judged.state when 'waiting' then ${moment(now)} end,
      check_part = check_part + goes_on::int, check_tries = case when goes_on then 0 else check_tries end
    from judged where check_trace = judged.trace and check_state = 'asked'`,
  )
}

/** Results that never came leave their photos to a person; results that nobody asked for go after `keptSince`. */
export const giveUpPhotoChecks = async (db: Db, now: Date, keptSince: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`update photos set check_state = 'review', check_due_at = null where check_state = 'asked' and check_due_at <= ${moment(now)}`,
  )
  await rowsOf(db, sql`delete from heard_checks where at < ${moment(keptSince)}`)
}
