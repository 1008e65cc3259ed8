import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'
import { holdersAt } from '../grids/holders.ts'
import { type MoveInput, move } from './move-report.ts'
import { tell } from './news.ts'

export const withdrawMinutes = 10

/** 撤回: within ten minutes and before anybody has accepted. */
export const withdrawReport = (ctx: Ctx, input: MoveInput) =>
  move(ctx, 'withdraw', input, ({ report, ground }) => {
    if (ctx.now.getTime() - report.createdAt.getTime() > withdrawMinutes * 60_000) return refuse('too-late')
    const workers = holdersAt(ground, 'grid').map(it => it.personId)
    return {
      patch: { dueAt: null, dueFor: null },
      news: tell([report.ownerId, ...workers], 'task-withdrawn', report),
    }
  })
