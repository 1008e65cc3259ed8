import type { Ctx } from '@huiyin/api/core/context.ts'
import { countStored } from '@huiyin/db/photos/queries.ts'
import { unseenToo } from '@huiyin/db/reports/extra-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { UnseenReason } from '@huiyin/shared/reports/report.ts'
import { confirmClock } from '@huiyin/shared/reports/report-clock.ts'
import { askerOf } from '@huiyin/shared/reports/two-keys.ts'
import { askToConfirm } from '../closing/confirmers.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, inCharge, tell } from '../notices.ts'
import { tellUnit } from '../parting.ts'
import { supervisors } from '../supervision.ts'

type Input = ReportMoveInput & { photoIds: string[]; unseen?: UnseenReason | undefined }

/**
 * 办结: words and at least one after-photo that has really arrived, or the reason why there is none, which the reporter reads. By whoever
 * did it, for its owner or as its owner. The resident has the last word; whoever supervised hears of it.
 */
export const resolveReport = (ctx: Ctx, input: Input) =>
  move(ctx, 'resolve', input, async (matter, { it }) => {
    const { report, ground, situation, actor } = matter
    const unseen = await demandShown(ctx, input)
    const kept = { superviseBy: null, superviseLevel: null, superviseMissed: false }
    return {
      patch: { ...kept, handId: ctx.me.id, ...confirmClock(situation) },
      notices: [
        // Who joined has nothing to confirm; the first message of two is the one that is sent.
        ...askToConfirm(matter, unseen ? 'report-resolved-unseen' : 'report-resolved', [
          ctx.me.id,
          report.handId,
          it.askerWorked ? askerOf(it) : null,
        ]),
        ...tell(followers, unseen ? 'report-joined-resolved-unseen' : 'report-joined-resolved', report, actor),
        ...tell(inCharge(report), 'task-done', report, actor),
        ...(await tellUnit(ctx, report)),
        ...tell(supervisors(report, ground), 'task-supervise-kept', report),
      ],
      extras: unseen ? [unseenToo(input.eventId, unseen)] : [],
    }
  })

/** Why there is no photo; undefined where there is one. */
const demandShown = async (ctx: Ctx, { photoIds, unseen }: Input): Promise<UnseenReason | undefined> => {
  if (photoIds.length === 0) return unseen ?? refuse('photo-needed')
  if ((await countStored(ctx.db, photoIds)) < photoIds.length) return refuse('photo-not-ready')
  return undefined
}
