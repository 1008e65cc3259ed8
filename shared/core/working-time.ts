import { fromShanghai, inShanghai } from './shanghai.ts'

/** `always` runs day and night; `workdays` counts whole days except days off; `hours` counts working hours of working days. */
export type ClockKind = 'always' | 'workdays' | 'hours'

/** Whether a day (YYYY-MM-DD in Shanghai) is worked. Given from outside: the yearly notice is data, not code. */
export type Calendar = { isWorkday: (day: string) => boolean }

const minute = 60_000
const day = 24 * 60 * minute
/** Grid workers are on duty from 8 to 20 o'clock: the evening is when people are at home. */
export const workingHours = { from: 8 * 60, to: 20 * 60 } as const

/** YYYY-MM-DD in Shanghai. */
export const shanghaiDay = (at: Date): string => inShanghai(at.getTime()).toISOString().slice(0, 10)

/** When the day began in Shanghai. */
export const midnightBefore = (at: Date): Date =>
  new Date(fromShanghai(Math.floor(inShanghai(at.getTime()).getTime() / day) * day))

/**
 * The moment when `minutes` of the clock have passed since `start`. Whole minutes; at most a year of days is looked at,
 * so that a calendar without any workday still gives an answer.
 */
export const after = (start: Date, minutes: number, clock: ClockKind, calendar: Calendar): Date => {
  if (clock === 'always') return new Date(start.getTime() + minutes * minute)
  let left = minutes * minute
  let at = start.getTime()
  for (let days = 0; days < 366; days++) {
    const midnight = midnightBefore(new Date(at)).getTime()
    const [opens, closes] =
      clock === 'hours'
        ? [midnight + workingHours.from * minute, midnight + workingHours.to * minute]
        : [midnight, midnight + day]
    if (calendar.isWorkday(shanghaiDay(new Date(at)))) {
      const from = Math.max(at, opens)
      if (from + left <= closes) return new Date(from + left)
      left -= Math.max(0, closes - from)
    }
    at = midnight + day
  }
  return new Date(at + left)
}
