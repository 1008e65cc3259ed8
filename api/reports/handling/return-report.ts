import type { Ctx } from '@huiyin/api/core/context.ts'
import { findOwner } from '@huiyin/api/grids/holders.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { levelAbove } from '@huiyin/shared/grids/area.ts'
import { waitingClock } from '@huiyin/shared/reports/report-clock.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, tell } from '../notices.ts'
import { tellFormer, tellUnit } from '../parting.ts'

/** 退单: goes one level up with its reason. The clock runs on. The second return is the last: the level above has to rule. */
export const returnReport = (ctx: Ctx, input: ReportMoveInput) =>
  move(ctx, 'return', input, async ({ report, ground, situation }) => {
    const up = findOwner(ground, levelAbove(report.level))
    if (!up) return refuse('return-refused')
    const clock = waitingClock(situation, report.dueAt)
    const returns = report.returns + 1
    const after = { ...report, level: up.level, ...clock }
    const last = returns >= reportLimits.returns
    return {
      patch: { level: up.level, ownerId: up.owner.personId, handId: null, unitId: null, returns, ...clock },
      notices: [
        ...tell([up.owner.personId], last ? 'task-ruling' : 'task-returned', after),
        ...tell(followers, last ? 'report-ruling' : 'report-returned', after),
        ...tellFormer(report, ground, up.owner),
        ...(await tellUnit(ctx, report)),
      ],
    }
  })
