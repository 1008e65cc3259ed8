import type { Ctx } from '@huiyin/api/core/context.ts'
import { holdersAt } from '@huiyin/api/grids/holders.ts'
import { type MoveInput, move } from '../move-report.ts'
import { followers, tell } from '../news.ts'

/** 撤回: within ten minutes and before anybody has accepted. A neighbour who joined is told, and how to file his own. */
export const withdrawReport = (ctx: Ctx, input: MoveInput) =>
  move(ctx, 'withdraw', input, ({ report, ground }) => {
    const workers = holdersAt(ground, 'grid').map(it => it.personId)
    return {
      patch: { dueAt: null, dueFor: null },
      news: [
        ...tell([report.ownerId, ...workers], 'task-withdrawn', report),
        ...tell(followers, 'report-withdrawn', report),
      ],
    }
  })
