import type { Ctx } from '@huiyin/api/core/context.ts'
import { listConflicts } from '@huiyin/db/questions/queries.ts'
import { andGone, calledTo } from '../called.ts'
import { candidatesOf } from '../counsel.ts'
import { move, noLease, type QuestionMoveInput } from '../move-question.ts'

/** 撤回: whoever holds it, or was called to take it, hears that it is gone, and not a word of it. */
export const withdrawQuestion = (ctx: Ctx, input: QuestionMoveInput) =>
  move(ctx, 'withdraw', input, async ({ question, ground, facts }) => {
    const candidates = candidatesOf(ground, question, await listConflicts(ctx.db, question.id))
    return {
      patch: { ...noLease, dueAt: null, dueFor: null },
      notices: andGone([], calledTo(candidates, question), 'task-question-withdrawn', facts),
    }
  })
