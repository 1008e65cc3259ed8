import type { Ctx } from '@huiyin/api/core/context.ts'
import { countStored } from '@huiyin/db/photos/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { confirmClock } from '@huiyin/shared/reports/report-clock.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, tell } from '../notices.ts'

/** 办结: words and at least one after-photo that has really arrived. The resident has the last word. */
export const resolveReport = (ctx: Ctx, input: ReportMoveInput & { photoIds: string[] }) =>
  move(ctx, 'resolve', input, async ({ report, situation, actor }) => {
    if (input.photoIds.length === 0) return refuse('photo-needed')
    if ((await countStored(ctx.db, input.photoIds)) < input.photoIds.length) return refuse('photo-not-ready')
    const kept = { superviseBy: null, superviseLevel: null, superviseMissed: false }
    return {
      patch: { ...kept, ...confirmClock(situation) },
      notices: tell(followers, 'report-resolved', report, actor),
    }
  })
