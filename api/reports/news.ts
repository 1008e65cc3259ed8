import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { type AlertFill, type AlertKind, kindOfAlert } from '@huiyin/shared/alerts/alert-kinds.ts'
import { levelNames } from '@huiyin/shared/grids/area.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'

type Told = Pick<ReportRow, 'id' | 'number' | 'kind' | 'place' | 'urgency' | 'level' | 'dueAt'>

/** What alerts about this report are filled with: number, kind, place, level, deadline. Nothing that a person wrote. */
export const fillOf = (report: Told, by?: string): AlertFill => ({
  number: report.number,
  kind: reportKinds[report.kind].name,
  place: report.place,
  reportId: report.id,
  level: levelNames[report.level],
  ...(report.dueAt && { dueAt: report.dueAt.toISOString() }),
  ...(by && { by }),
})

/** One alert of a kind to each of these people; null stands for everybody who follows the report. */
export const tell = (recipients: readonly (string | null)[], kind: AlertKind, report: Told, by?: string): NewAlert[] =>
  [...new Set(recipients)].map(recipientId => ({
    recipientId,
    kind,
    fill: fillOf(report, by),
    urgent: report.urgency === 'urgent',
    template: kindOfAlert(kind).template,
  }))

/** Everybody who follows the report: the reporter and the neighbours who joined. */
export const followers = [null] as const
