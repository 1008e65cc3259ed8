import { asc, between, gt, inArray, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { json, moment } from '../core/values.ts'
import { calendarChanges, calendarDays, calendarYears } from './tables.ts'

export type OwnDay = typeof calendarDays.$inferSelect

/** Days of a year that the administrator has entered, in order. */
export const listDays = (db: Db, year: string): Promise<OwnDay[]> =>
  db
    .select()
    .from(calendarDays)
    .where(between(calendarDays.day, `${year}-01-01`, `${year}-12-31`))
    .orderBy(asc(calendarDays.day))

/** A day as it is entered; `working` null takes back what was entered for it. */
export type EnteredDay = { day: string; working: boolean | null; name: string }

/** What was entered for the days that deadlines of `now` can meet, and the last change of it, 0 before the first: `days`, `calendarSeq`. */
export const daysAround = (now: Date) =>
  sql`(select json_agg(json_build_object('day', c.day, 'working', c.working))
        from calendar_days c where c.day between ${moment(now)}::date - 7 and ${moment(now)}::date + 90) as days,
      (select coalesce(max(id), 0) from calendar_changes) as "calendarSeq"`

/**
 * Enters days, or enters them anew, and keeps what became of each: one after another, so that whoever reads a change has read those before
 * it. With `year`, all other entered days of that year are taken back, and it is known whole. Answers how many days changed.
 */
export const enterDays = (
  db: Db,
  days: readonly EnteredDay[],
  now: Date,
  year: string | null = null,
): Promise<number> =>
  db.transaction(async tx => {
    await tx.execute(sql`lock table calendar_changes in exclusive mode`)
    const [row] = await rowsOf<{ changed: number }>(
      tx,
      sql`
      with given as (
        select day, working, name from jsonb_to_recordset(${json(days)}) as g(day date, working boolean, name text)
        union all select c.day, null, '' from calendar_days c
        where to_char(c.day, 'YYYY') = ${year} and c.day not in (select day from jsonb_to_recordset(${json(days)}) as g(day date))
      ), compared as (
        select g.day, g.working, g.name, c.working as before from given g left join calendar_days c on c.day = g.day
      ), logged as (
        insert into calendar_changes (day, before, working, at)
        select day, before, working, ${moment(now)} from compared where working is distinct from before order by day returning 1
      ), put as (
        insert into calendar_days (day, working, name) select day, working, name from compared where working is not null
        on conflict (day) do update set working = excluded.working, name = excluded.name
      ), taken as (
        delete from calendar_days c using compared g where c.day = g.day and g.working is null
      ), whole as (
        insert into calendar_years (year, at) select ${year}, ${moment(now)} where ${year}::text is not null on conflict (year) do nothing
      )
      select count(*)::int as changed from logged`,
    )
    return row?.changed ?? 0
  })

/** Those of the years that were entered whole. */
export const listWholeYears = async (db: Db, years: readonly string[]): Promise<string[]> => {
  const rows = await db
    .select()
    .from(calendarYears)
    .where(inArray(calendarYears.year, [...years]))
  return rows.map(it => it.year)
}

/** What was entered for the days that changed after `seq`, before they changed: the oldest change of a day says it. */
export const listDaysBefore = async (db: Db, seq: number): Promise<Map<string, boolean | null>> => {
  const rows = await db
    .select({ day: calendarChanges.day, before: calendarChanges.before })
    .from(calendarChanges)
    .where(gt(calendarChanges.id, seq))
    .orderBy(sql`id desc`)
  return new Map(rows.map(it => [it.day, it.before]))
}

/** Whether a deadline (`due`, reckoned with the days up to `seq`) lies beyond a day that changed since. */
export const wasReckonedOtherwise = (seq: ReturnType<typeof sql>, due: ReturnType<typeof sql>, now: Date) =>
  sql`exists (select from calendar_changes c where c.id > ${seq} and c.day between (${moment(now)}::timestamptz at time zone 'Asia/Shanghai')::date and (${due} at time zone 'Asia/Shanghai')::date)`
