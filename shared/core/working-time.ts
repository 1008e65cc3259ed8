import { fromShanghai, inShanghai } from './shanghai.ts'

/** `always` runs day and night; `workdays` counts whole days except days off; `hours` counts working hours of working days. */
export type ClockKind = 'always' | 'workdays' | 'hours'

/** Whether a day (YYYY-MM-DD in Shanghai) is worked. Given from outside: the yearly notice is data, not code. */
export type Calendar = { isWorkday: (day: string) => boolean }

/** `seq`: the last change of its days that is in it. What was reckoned with it keeps that number, and is reckoned anew after the next one. */
export type NumberedCalendar = Calendar & { seq: number }

const minute = 60_000
const day = 24 * 60 * minute
/** Grid workers are on duty from 8 to 20 o'clock: the evening is when people are at home. */
export const workingHours = { from: 8 * 60, to: 20 * 60 } as const

/** YYYY-MM-DD in Shanghai. */
export const shanghaiDay = (at: Date): string => inShanghai(at.getTime()).toISOString().slice(0, 10)

/** When the day began in Shanghai. */
export const midnightBefore = (at: Date): Date =>
  new Date(fromShanghai(Math.floor(inShanghai(at.getTime()).getTime() / day) * day))

type Span = [from: number, to: number]

/** When the clock runs on the day of `at`, in milliseconds; nothing on a day off. */
const runningOn = (at: Date, clock: 'workdays' | 'hours', calendar: Calendar): Span | undefined => {
  if (!calendar.isWorkday(shanghaiDay(at))) return undefined
  const midnight = midnightBefore(at).getTime()
  return clock === 'hours'
    ? [midnight + workingHours.from * minute, midnight + workingHours.to * minute]
    : [midnight, midnight + day]
}

/**
 * The moment when `minutes` of the clock have passed since `start`. Whole minutes; at most a year of days is looked at,
 * so that a calendar without any workday still gives an answer.
 */
export const after = (start: Date, minutes: number, clock: ClockKind, calendar: Calendar): Date => {
  if (clock === 'always') return new Date(start.getTime() + minutes * minute)
  let left = minutes * minute
  let at = start.getTime()
  for (let days = 0; days < 366; days++) {
    const span = runningOn(new Date(at), clock, calendar)
    if (span) {
      const from = Math.max(at, span[0])
      if (from + left <= span[1]) return new Date(from + left)
      left -= Math.max(0, span[1] - from)
    }
    at = midnightBefore(new Date(at)).getTime() + day
  }
  return new Date(at + left)
}

/** Minutes that the clock runs from `from` until `until`, which is what `after` undoes. */
export const minutesBetween = (from: Date, until: Date, clock: ClockKind, calendar: Calendar): number => {
  const end = until.getTime()
  if (clock === 'always') return Math.max(0, end - from.getTime()) / minute
  let ran = 0
  for (let at = from.getTime(); at < end; at = midnightBefore(new Date(at)).getTime() + day) {
    const span = runningOn(new Date(at), clock, calendar)
    if (span) ran += Math.max(0, Math.min(end, span[1]) - Math.max(at, span[0]))
  }
  return ran / minute
}

/** When a deadline falls that was reckoned with `old` days: as much of the clock is left of it as before. */
export const reckonedAnew = (
  due: Date,
  now: Date,
  clock: ClockKind,
  [old, present]: [old: Calendar, present: Calendar],
): Date => (due <= now ? due : after(now, minutesBetween(now, due, clock, old), clock, present))
