import { toldOf } from '@huiyin/api/alerts/told.ts'
import type { Ctx } from '@huiyin/api/core/context.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import { reportLife } from '@huiyin/shared/reports/report-life.ts'
import { takeUp } from '../move-report.ts'

/** Who of the staff was told of this report, and how it went. */
export const listReportAlerts = async (ctx: Ctx, { id }: { id: string }) => {
  const { report, it } = await takeUp(ctx, id)
  demandAct(reportLife, ctx.me, 'seeStaffNotes', it, ctx.now)
  return toldOf(ctx, id, report.townshipId)
}
