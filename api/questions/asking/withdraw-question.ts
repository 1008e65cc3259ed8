import type { Ctx } from '@huiyin/api/core/context.ts'
import { move, noLease, type QuestionMoveInput } from '../move-question.ts'
import { tellAdvisers } from '../notices.ts'

export const withdrawQuestion = (ctx: Ctx, input: QuestionMoveInput) =>
  move(ctx, 'withdraw', input, ({ question, facts }) => ({
    patch: { ...noLease, dueAt: null, dueFor: null },
    notices: question.holderId ? tellAdvisers([{ personId: question.holderId }], 'task-question-withdrawn', facts) : [],
  }))
