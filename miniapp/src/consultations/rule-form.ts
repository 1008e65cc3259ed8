import type { OfficeHours, OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'

/** Weekly hours while they are changed. */
export type RuleForm = OfficeHours

/** What a new one begins with: an evening, when people are at home. */
export const newRule = (id: string, { id: placeId, communityId, village, name }: OfficePlace): RuleForm => ({
  ...{ id, communityId, placeId, village, place: name },
  ...{ mode: 'onsite', weekday: 3, from: 19 * 60, to: 21 * 60, capacity: 1, onDaysOff: false },
  ...{ slotMinutes: 30, bufferMinutes: 10, noticeMinutes: 120, horizonDays: 28 },
})

/** As the server wants it. */
export const ruleOf = ({ village, place, ...rule }: RuleForm) => rule

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

export const withOwn = (choices: readonly number[], own: number) =>
  choices.includes(own) ? choices : [...choices, own].sort((a, b) => a - b)
