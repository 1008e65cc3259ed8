import type { Ctx } from '@huiyin/api/core/context.ts'
import { workingClock } from '@huiyin/shared/reports/report-clock.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, tell } from '../notices.ts'

/** 受理: whoever on duty accepts first becomes the owner; from now on the promise is the deadline. */
export const acceptReport = (ctx: Ctx, input: ReportMoveInput) =>
  move(ctx, 'accept', input, ({ report, situation, actor }) => ({
    patch: { ownerId: ctx.me.id, ...workingClock(situation) },
    notices: [
      ...tell(followers, 'report-accepted', report, actor),
      ...(report.ownerId === ctx.me.id ? [] : tell([report.ownerId], 'task-moved', report, actor)),
    ],
  }))
