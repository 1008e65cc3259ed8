import type { Ctx } from '@huiyin/api/core/context.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, inCharge, tell } from '../notices.ts'

/** 开始办理: somebody is on the way, for its owner or as its owner. The clock is that of the promise already. */
export const startReport = (ctx: Ctx, input: ReportMoveInput) =>
  move(ctx, 'start', input, ({ report, actor }) => ({
    patch: { handId: ctx.me.id },
    notices: [
      ...tell(followers, 'report-started', report, actor),
      ...tell(inCharge(report), 'task-in-hand', report, actor),
    ],
  }))
