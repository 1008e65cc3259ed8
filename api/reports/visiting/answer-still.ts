import type { Ctx } from '@huiyin/api/core/context.ts'
import { reopening } from '../closing/reopening.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { inCharge, tell } from '../notices.ts'

/** 还好 or 又坏了, a week or a month after the closing. 又坏了 opens the same matter again, as 没解决 does. */
export const answerStill = (ctx: Ctx, input: ReportMoveInput & { answer: 'fine' | 'broken' }) =>
  input.answer === 'broken'
    ? move(ctx, { action: 'still', event: 'reopen' }, input, matter => reopening(ctx, matter))
    : move(ctx, 'still', input, ({ report }) => ({
        patch: { askedAt: null },
        notices: tell(inCharge(report), 'task-still', report),
      }))
