import { findReport } from '@huiyin/db/reports/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { reportPolicy } from '@huiyin/shared/reports/report-policy.ts'
import { toldOf } from '../alerts/told.ts'
import { type Ctx, demand } from '../core/context.ts'

/** Who of the staff was told of this report, and how it went. */
export const listReportAlerts = async (ctx: Ctx, { id }: { id: string }) => {
  const { report, joined } = (await findReport(ctx.db, id, ctx.me.id)) ?? refuse('not-found')
  demand(reportPolicy, ctx.me, 'seeStaffNotes', { ...report, joined })
  return toldOf(ctx, id, report.townshipId)
}
