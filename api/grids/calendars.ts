import type { Db } from '@huiyin/db/core/client.ts'
import { listDaysBefore } from '@huiyin/db/grids/calendar-queries.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import type { NumberedCalendar } from '@huiyin/shared/core/working-time.ts'
import { calendarWith } from './calendar.ts'

type Days = Pick<Ground, 'daysOff' | 'calendarSeq'>

/** The calendar as it stood after the change `seq`, and as it stands. */
export const calendarsSince = async (
  db: Db,
  { daysOff, calendarSeq }: Days,
  seq: number,
): Promise<[old: NumberedCalendar, present: NumberedCalendar]> => {
  const days = new Map<string, boolean | null>(daysOff.map(it => [it.day, it.working]))
  for (const [day, before] of await listDaysBefore(db, seq)) days.set(day, before)
  const old = [...days].flatMap(([day, working]) => (working === null ? [] : [{ day, working }]))
  return [calendarWith(old, seq), calendarWith(daysOff, calendarSeq)]
}
