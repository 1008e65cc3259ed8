import type { Ctx } from '@huiyin/api/core/context.ts'
import { highestOf } from '@huiyin/api/grids/holders.ts'
import { isBelow } from '@huiyin/shared/grids/area.ts'
import { workingClock } from '@huiyin/shared/reports/report-clock.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, tell } from '../notices.ts'

/**
 * 受理: from now on the promise is the deadline. Whoever stands where the matter stands, or above, answers for it from now on; who
 * stands below takes the work in hand, and its owner stays.
 */
export const acceptReport = (ctx: Ctx, input: ReportMoveInput) =>
  move(ctx, 'accept', input, ({ report, ground, situation, actor }) => {
    const below = isBelow(highestOf(ground, ctx.me.id) ?? report.level, report.level)
    const former = report.ownerId === ctx.me.id ? [] : [report.ownerId]
    return {
      patch: { ownerId: below ? report.ownerId : ctx.me.id, handId: ctx.me.id, ...workingClock(situation) },
      notices: [
        ...tell(followers, 'report-accepted', report, actor),
        ...tell(former, below ? 'task-in-hand' : 'task-moved', report, actor),
      ],
    }
  })
