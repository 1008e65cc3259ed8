import type { Ctx } from '@huiyin/api/core/context.ts'
import { countStored } from '@huiyin/db/photos/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { confirmClock } from '@huiyin/shared/reports/report-clock.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, inCharge, tell } from '../notices.ts'
import { tellUnit } from '../parting.ts'
import { supervisors } from '../supervision.ts'

/**
 * 办结: words and at least one after-photo that has really arrived, by whoever did it, for its owner or as its owner. The resident has
 * the last word; whoever supervised hears of it.
 */
export const resolveReport = (ctx: Ctx, input: ReportMoveInput & { photoIds: string[] }) =>
  move(ctx, 'resolve', input, async ({ report, ground, situation, actor }) => {
    if (input.photoIds.length === 0) return refuse('photo-needed')
    if ((await countStored(ctx.db, input.photoIds)) < input.photoIds.length) return refuse('photo-not-ready')
    const kept = { superviseBy: null, superviseLevel: null, superviseMissed: false }
    return {
      patch: { ...kept, handId: ctx.me.id, ...confirmClock(situation) },
      notices: [
        // Who joined has nothing to confirm; the first message of two is the one that is sent.
        ...tell([report.reporterId], 'report-resolved', report, actor),
        ...tell(followers, 'report-joined-resolved', report, actor),
        ...tell(inCharge(report), 'task-done', report, actor),
        ...(await tellUnit(ctx, report)),
        ...tell(supervisors(report, ground), 'task-supervise-kept', report),
      ],
    }
  })
