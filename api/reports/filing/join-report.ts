import type { Ctx } from '@huiyin/api/core/context.ts'
import { followerToo } from '@huiyin/db/reports/extra-queries.ts'
import { findReport } from '@huiyin/db/reports/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { inCharge, tell } from '../notices.ts'

/** 我也遇到: follows a neighbour's open matter instead of filing it again. */
export const joinReport = async (ctx: Ctx, input: ReportMoveInput) => {
  const found = await findReport(ctx.db, input.id, ctx.me.id)
  if (found?.report.reporterId === ctx.me.id) return refuse('own-report')
  return move(ctx, 'join', input, ({ report }) => ({
    patch: { joiners: report.joiners + 1 },
    notices: tell(inCharge(report), 'report-joined', report),
    extras: [followerToo(ctx.me.id, ctx.now)],
  }))
}
