import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { dayAfter, weekdayOf } from '@huiyin/shared/consultations/days.ts'
import type { ExtraHours, OfficeHours, OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'

/** Hours while they are changed: weekly ones, or those of one `day`. */
export type RuleForm = OfficeHours & { day: string | null }

export const weekly = (hours: OfficeHours): RuleForm => ({ ...hours, day: null })
export const single = (extra: ExtraHours): RuleForm => ({
  ...extra,
  weekday: weekdayOf(extra.day),
  onDaysOff: true,
})

/** What a new one begins with: an evening, when people are at home. */
export const newRule = (
  id: string,
  { id: placeId, communityId, village, name }: OfficePlace,
  day: string | null,
): RuleForm => ({
  day,
  ...{ id, communityId, placeId, village, place: name },
  ...{ mode: 'onsite', weekday: 3, from: 19 * 60, to: 21 * 60, capacity: 1, onDaysOff: false },
  ...{ slotMinutes: 30, bufferMinutes: 10, noticeMinutes: 120, horizonDays: 28 },
})

/** As the server wants them. */
export const hoursOf = ({ village, place, day, ...rule }: RuleForm) => rule
export const extraOf = ({ village, place, weekday, onDaysOff, ...rule }: RuleForm, day: string) => ({ ...rule, day })

const steps = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step)

/** The simple choices; what a rule has already stands among them too. */
export const options = {
  weekday: [1, 2, 3, 4, 5, 6, 7],
  time: steps(7 * 60, 22 * 60, 30),
  capacity: [1, 10, 20, 30, 50, 100],
  slotMinutes: [15, 20, 30, 45, 60, 90, 120],
  bufferMinutes: [0, 5, 10, 15, 30],
  noticeMinutes: [0, 30, 60, 120, 240, 1440, 2880],
  horizonDays: [7, 14, 28, 42, 60],
}

/** The days for which one day can be added. */
export const daysFrom = (today: string) => Array.from({ length: bookingLimits.extraDays }, (_, n) => dayAfter(today, n))

export const withOwn = (choices: readonly number[], own: number) =>
  choices.includes(own) ? choices : [...choices, own].sort((a, b) => a - b)
