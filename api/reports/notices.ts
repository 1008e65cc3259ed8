import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import type { AlertFill, Kind } from '@huiyin/shared/alerts/alert-kind.ts'
import type { Audience } from '@huiyin/shared/alerts/ladder.ts'
import { levelNames } from '@huiyin/shared/grids/area.ts'
import { type ReportAlert, reportAlerts } from '@huiyin/shared/reports/report-alerts.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { roleAt } from '../grids/holders.ts'

type NoticeFacts = Pick<ReportRow, 'id' | 'number' | 'kind' | 'place' | 'urgency' | 'level' | 'dueAt'>

/** What alerts about this report are filled with: number, kind, place, level, deadline. Nothing that a person wrote. */
export const fillOf = (report: NoticeFacts, by?: string): AlertFill => ({
  number: report.number,
  kind: reportKinds[report.kind].name,
  place: report.place,
  level: levelNames[report.level],
  ...(report.dueAt && { dueAt: report.dueAt.toISOString() }),
  ...(by && { by }),
})

/** One alert of a kind to each of these people; null stands for everybody who follows the report. */
export const tell = (
  recipients: readonly (string | null)[],
  kind: ReportAlert,
  report: NoticeFacts,
  by?: string,
  audience = audienceOf(kind, report),
): NewAlert[] => {
  const { template, calls }: Kind = reportAlerts[kind]
  const urgent = report.urgency === 'urgent'
  return [...new Set(recipients)].map(recipientId => ({
    recipientId,
    kind,
    fill: fillOf(report, by),
    urgent,
    template,
    audience,
    calls: calls ?? false,
  }))
}

/** Whose ladder an alert climbs: the duty that answers at the matter's level, the partner, or the resident. */
const audienceOf = (kind: ReportAlert, { level }: NoticeFacts): Audience => {
  if (reportAlerts[kind].page === reportPages.show) return 'resident'
  return kind === 'task-dispatched' || kind === 'task-recalled' ? 'partner' : roleAt[level]
}

/** Who answers for it, and who has the work in hand. */
export const inCharge = ({ ownerId, handId }: Pick<ReportRow, 'ownerId' | 'handId'>): string[] =>
  handId ? [ownerId, handId] : [ownerId]

/** Everybody who follows the report: the reporter and the neighbours who joined. */
export const followers = [null] as const
