import type { House } from '@huiyin/api/core/context.ts'
import { calendarsSince } from '@huiyin/api/grids/calendars.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import { daysChanged, keepCalendarSeq } from '@huiyin/db/reports/due-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { reckonedAnew } from '@huiyin/shared/core/working-time.ts'
import { type NextDue, termsFor } from '@huiyin/shared/reports/report-clock.ts'
import { type ClockPlan, reportClock } from '../clock-step.ts'
import { followers, tell } from '../notices.ts'

/**
 * Days were entered, or taken back, after a deadline was reckoned: what is left of its clock is laid out anew, and whoever it binds is
 * told. The promise never moves, nor is she given less time for her answer than she was told.
 */
export const followDays = reportClock('report-days', daysChanged, async (report, ground, house) => {
  const clock = await clockAnew(report, ground, house)
  if (clock && clock.dueAt.getTime() !== report.dueAt?.getTime()) return planFor(report, clock)
  return void (await keepCalendarSeq(house.db, report.id, ground.calendarSeq))
})

const clockAnew = async (report: ReportRow, ground: Ground, { db, now }: House): Promise<NextDue | undefined> => {
  const { dueAt, dueFor, resolveBy, urgency } = report
  if (!dueAt || !dueFor) return undefined
  const calendars = await calendarsSince(db, ground, report.calendarSeq)
  const anew = reckonedAnew(dueAt, now, termsFor(ground.deadlines, urgency)[dueFor].clock, calendars)
  const within = dueFor === 'confirm' ? later(anew, dueAt) : resolveBy > now ? earlier(anew, resolveBy) : anew
  return { dueAt: within, dueFor, calendarSeq: ground.calendarSeq }
}

const later = (one: Date, other: Date) => (one > other ? one : other)
const earlier = (one: Date, other: Date) => (one < other ? one : other)

const planFor = (report: ReportRow, clock: NextDue): ClockPlan => {
  const after = { ...report, ...clock }
  const notices =
    clock.dueFor === 'confirm' ? tell(followers, 'report-days', after) : tell([report.ownerId], 'task-days', after)
  return { event: 'days', patch: clock, notices }
}
