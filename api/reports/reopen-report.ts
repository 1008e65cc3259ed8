import { refuse } from '@huiyin/shared/core/problem.ts'
import { levelAbove } from '@huiyin/shared/grids/area.ts'
import { waitingClock } from '@huiyin/shared/reports/report-clock.ts'
import type { Ctx } from '../core/context.ts'
import { type MoveInput, move } from './move-report.ts'
import { followers, tell } from './news.ts'
import { getOwner } from './owner.ts'

const reopenDays = 30

/** 没解决: the same matter, on its original promise, one level up. */
export const reopenReport = (ctx: Ctx, input: MoveInput) =>
  move(ctx, 'reopen', input, ({ report, ground, situation }) => {
    if (ctx.now.getTime() - report.updatedAt.getTime() > reopenDays * 86_400_000) return refuse('too-late')
    const { level, owner } = getOwner(ground, levelAbove(report.level))
    const clock = waitingClock(situation)
    const after = { ...report, level, ...clock }
    return {
      patch: { level, ownerId: owner.personId, unitId: null, reopens: report.reopens + 1, ...clock },
      news: [
        ...tell([owner.personId, report.ownerId], 'task-reopened', after),
        ...tell(followers, 'report-reopened', after),
      ],
    }
  })
