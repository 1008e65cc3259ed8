import type { Ctx } from '@huiyin/api/core/context.ts'
import { listConflicts } from '@huiyin/db/questions/queries.ts'
import { andGone, calledTo } from '../called.ts'
import { benchOf } from '../counsel.ts'
import { type MoveInput, move, noLease } from '../move-question.ts'

/** 撤回: whoever holds it, or was called to take it, hears that it is gone, and not a word of it. */
export const withdrawQuestion = (ctx: Ctx, input: MoveInput) =>
  move(ctx, 'withdraw', input, async ({ question, ground, told }) => {
    const bench = benchOf(ground, question, await listConflicts(ctx.db, question.id))
    return {
      patch: { ...noLease, dueAt: null, dueFor: null },
      news: andGone([], calledTo(bench, question), 'task-question-withdrawn', told),
    }
  })
