import { asksDue } from '@huiyin/db/reports/due-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { askerOf } from '@huiyin/shared/reports/two-keys.ts'
import { reportClock } from '../clock-step.ts'
import { daysAfter } from '../closing/closing.ts'
import { tell } from '../notices.ts'

/**
 * Asks the reporters whether it is still solved, 7 and 30 days after the closing, once each: a step of the history, so that
 * two workers cannot ask twice. Missed for weeks, it asks once and not twice in a row.
 */
export const askStill = reportClock('report-asks', asksDue, (report, _, { now }) => {
  if (!report.askAt || report.askAt > now) return undefined
  const patch = { askedAt: now, askAt: nextAsk(report, now) }
  return { event: 'ask', patch, notices: tell([askerOf(report) ?? report.reporterId], 'report-still', report) }
})

const nextAsk = ({ closedAt, updatedAt }: ReportRow, now: Date): Date | null => {
  const later = reportLimits.askDays.map(days => daysAfter(closedAt ?? updatedAt, days))
  return later.find(it => it > now) ?? null
}
