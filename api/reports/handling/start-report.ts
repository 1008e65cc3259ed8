import type { Ctx } from '@huiyin/api/core/context.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, tell } from '../notices.ts'

/** 开始办理: the owner is on the way. The clock is that of the promise already. */
export const startReport = (ctx: Ctx, input: ReportMoveInput) =>
  move(ctx, 'start', input, ({ report, actor }) => ({
    patch: {},
    notices: tell(followers, 'report-started', report, actor),
  }))
