import type { Ctx } from '@huiyin/api/core/context.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { reopening } from './reopening.ts'

/** 没解决: the same matter, on its original promise, one level up. */
export const reopenReport = (ctx: Ctx, input: ReportMoveInput) =>
  move(ctx, 'reopen', input, matter => reopening(ctx, matter))
