import type { Ctx } from '@huiyin/api/core/context.ts'
import { holdersAt } from '@huiyin/api/grids/holders.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, tell } from '../notices.ts'

/** 撤回: within ten minutes and before anybody has accepted. A neighbour who joined is facts, and how to file his own. */
export const withdrawReport = (ctx: Ctx, input: ReportMoveInput) =>
  move(ctx, 'withdraw', input, ({ report, ground }) => {
    const workers = holdersAt(ground, 'grid').map(it => it.personId)
    return {
      patch: { dueAt: null, dueFor: null },
      notices: [
        ...tell([report.ownerId, ...workers], 'task-withdrawn', report),
        ...tell(followers, 'report-withdrawn', report),
      ],
    }
  })
