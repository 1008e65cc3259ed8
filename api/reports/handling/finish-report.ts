import type { Ctx } from '@huiyin/api/core/context.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { inCharge, tell } from '../notices.ts'

/** 联动单位报告已处理: back to the owner, who looks and resolves. */
export const finishReport = (ctx: Ctx, input: ReportMoveInput) =>
  move(ctx, 'finish', input, ({ report }) => ({ patch: {}, notices: tell(inCharge(report), 'task-finished', report) }))
