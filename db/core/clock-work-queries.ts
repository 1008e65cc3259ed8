import { clockLimits } from '@huiyin/shared/core/clock-limits.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from './client.ts'
import { atMost, json, moment, uuids } from './values.ts'

/** A select of what is due for one clock: `id` (uuid, each once) and `due_at`. In the order of an index on `due_at`, where there is one. */
export type Due = (now: Date) => SQL

export type DueClock = { name: string; due: Due }

const { leaseSeconds, firstWaitSeconds, longestWaitSeconds } = clockLimits

/**
 * Takes a lease on what is due longest and neither leased nor set aside, in one statement that waits for nobody. `found`: how many it
 * saw; others may have been quicker with some of them. What was seen may have been done meanwhile: `listStillDue` says.
 */
export const leaseWork = async (
  db: Db,
  { name, due }: DueClock,
  limit: number,
  now: Date,
): Promise<{ ids: string[]; found: number }> => {
  const until = moment(new Date(now.getTime() + leaseSeconds * 1000))
  const [row] = await rowsOf<{ ids: string[]; found: number }>(
    db,
    sql`
    with due as materialized (
      select d.id from (${due(now)}) d
      where not exists (select from clock_work w where w.clock = ${name} and w.item_id = d.id and w.until > ${moment(now)})
      order by d.due_at ${atMost(limit)}
    ), over as (
      select item_id from clock_work where clock = ${name} and item_id in (select id from due) and until <= ${moment(now)} for update skip locked
    ), again as (
      update clock_work w set until = ${until} from over where w.clock = ${name} and w.item_id = over.item_id returning w.item_id
    ), fresh as (
      insert into clock_work (clock, item_id, until) select ${name}, id, ${until} from due order by id
      on conflict (clock, item_id) do nothing returning item_id
    )
    select (select count(*)::int from due) as found,
      (select coalesce(json_agg(l.item_id), '[]') from (select item_id from again union all select item_id from fresh) l) as ids`,
  )
  return row ?? { ids: [], found: 0 }
}

/** Which of these are due, those that are due longest first. */
export const listStillDue = async (db: Db, { due }: DueClock, ids: readonly string[], now: Date): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select d.id from (${due(now)}) d where d.id in ${uuids(ids)} order by d.due_at, d.id`,
  )
  return rows.map(row => row.id)
}

/** `looked`: there was nothing to do yet, and that is remembered. `failed`: it waits, each time twice as long, up to an hour. */
export type Settled = { done: readonly string[]; looked: readonly string[]; failed: readonly Failure[] }
export type Failure = { id: string; code: string }

/** Gives back what was leased, and sets aside what failed. */
export const releaseWork = async (
  db: Db,
  clock: string,
  { done, looked, failed }: Settled,
  now: Date,
): Promise<void> => {
  await rowsOf(
    db,
    sql`
    with done as (delete from clock_work where clock = ${clock} and item_id in ${uuids(done)}),
    looked as (update clock_work set until = ${moment(now)}, failures = 0 where clock = ${clock} and item_id in ${uuids(looked)})
    update clock_work w set failures = w.failures + 1, since = case when w.failures = 0 then ${moment(now)} else w.since end, code = f.code,
      until = ${moment(now)} + make_interval(secs => least(${longestWaitSeconds}::int, ${firstWaitSeconds}::int * power(2, least(w.failures, 10))))
    from jsonb_to_recordset(${json(failed)}) as f(id uuid, code text) where w.clock = ${clock} and w.item_id = f.id`,
  )
}

/** How a round ended: `code` is null where it did not fail; `drained`: nothing was left that could be done. */
export type Ended = { clock: string; code: string | null; drained: boolean }

/** Notes how the rounds ended, and forgets what had been set aside and is not due any more: a drained round would have taken it. */
export const markRounds = async (db: Db, rounds: readonly Ended[], now: Date): Promise<void> => {
  const given = sql`jsonb_to_recordset(${json(rounds)}) as r(clock text, code text, drained boolean)`
  await rowsOf(
    db,
    sql`
    with settled as (
      delete from clock_work w using ${given} where r.drained and w.clock = r.clock
        and (w.failures > 0 and w.until <= ${moment(now)} or w.until < ${moment(now)} - interval '1 hour')
    )
    insert into clock_rounds as c (clock, failed_in_row, last_done_at, last_failed_at, code)
    select r.clock, case when r.code is null then 0 else 1 end, case when r.code is null then ${moment(now)} end,
      case when r.code is not null then ${moment(now)} end, r.code from ${given} order by r.clock
    on conflict (clock) do update set failed_in_row = case when excluded.code is null then 0 else c.failed_in_row + 1 end,
      last_done_at = coalesce(excluded.last_done_at, c.last_done_at), last_failed_at = coalesce(excluded.last_failed_at, c.last_failed_at), code = excluded.code`,
  )
}

/** `rounds`: whether any has ended yet. `lagSeconds`: how long the oldest item waits that is not set aside. */
export type ClockState = {
  clock: string
  rounds: boolean
  failedInRow: number
  code: string | null
  lagSeconds: number
  setAside: number
}

/** How every clock stands, and whatever else has rounds. */
export const listClockStates = (db: Db, clocks: readonly DueClock[], now: Date): Promise<ClockState[]> => {
  const lags = clocks.map(
    ({ name, due }) => sql`select ${name}::text as clock, (
      select d.due_at from (${due(now)}) d
      where not exists (select from clock_work w where w.clock = ${name} and w.item_id = d.id and w.failures > 0) order by d.due_at limit 1) as oldest`,
  )
  const lag =
    lags.length > 0
      ? sql.join(lags, sql` union all `)
      : sql`select null::text as clock, null::timestamptz as oldest where false`
  return rowsOf(
    db,
    sql`select coalesce(l.clock, c.clock) as clock, c.clock is not null as rounds, coalesce(c.failed_in_row, 0) as "failedInRow", c.code,
      greatest(coalesce(extract(epoch from ${moment(now)} - l.oldest), 0), 0)::int as "lagSeconds",
      (select count(*)::int from clock_work w where w.failures > 0 and w.clock = l.clock) as "setAside"
    from (${lag}) l full join clock_rounds c on c.clock = l.clock order by 1`,
  )
}
