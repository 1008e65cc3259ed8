import { refuse } from '@huiyin/shared/core/problem.ts'
import { levelAbove } from '@huiyin/shared/grids/area.ts'
import { waitingClock } from '@huiyin/shared/reports/report-clock.ts'
import type { Ctx } from '../core/context.ts'
import { findOwner } from '../grids/holders.ts'
import { type MoveInput, move } from './move-report.ts'
import { followers, tell } from './news.ts'

const mostReturns = 2

/** 退单: goes one level up with its reason. The clock runs on; after the second return somebody above must decide. */
export const returnReport = (ctx: Ctx, input: MoveInput) =>
  move(ctx, 'return', input, ({ report, ground, situation }) => {
    const up = findOwner(ground, levelAbove(report.level))
    if (!up || report.returns >= mostReturns || report.level === 'district') return refuse('return-refused')
    const clock = waitingClock(situation, report.dueAt)
    const after = { ...report, level: up.level, ...clock }
    return {
      patch: { level: up.level, ownerId: up.owner.personId, unitId: null, returns: report.returns + 1, ...clock },
      news: [...tell([up.owner.personId], 'task-returned', after), ...tell(followers, 'report-returned', after)],
    }
  })
