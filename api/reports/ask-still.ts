import { findReport, type ReportRow } from '@huiyin/db/reports/queries.ts'
import { listAsksDue } from '@huiyin/db/reports/visit-queries.ts'
import { moveReport } from '@huiyin/db/reports/write-queries.ts'
import type { Outside } from '../core/outside.ts'
import { clockStep, noPerson } from './clock-step.ts'
import { askDays, daysAfter } from './closing.ts'
import { tell } from './news.ts'

const batch = 100

/**
 * Asks the reporters whether it is still solved, 7 and 30 days after the closing, once each: a step of the history, so that
 * two workers cannot ask twice. Missed for weeks, it asks once and not twice in a row. Answers how many were asked.
 */
export const askStill = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<number> => {
  const at = now()
  let asked = 0
  for (const { id } of await listAsksDue(db, at, batch)) {
    const report = (await findReport(db, id, noPerson))?.report
    if (report?.state !== 'closed' || !report.askAt || report.askAt > at) continue
    const patch = { askedAt: at, askAt: nextAsk(report, at) }
    const news = tell([report.reporterId], 'report-still', report)
    if (await moveReport(db, report, patch, clockStep(report, 'ask'), news, at)) asked++
  }
  return asked
}

const nextAsk = ({ closedAt, updatedAt }: ReportRow, now: Date): Date | null => {
  const later = askDays.map(days => daysAfter(closedAt ?? updatedAt, days))
  return later.find(it => it > now) ?? null
}
