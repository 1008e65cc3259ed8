import type { Ctx } from '@huiyin/api/core/context.ts'
import { type MoveInput, move, noLease } from '../move-question.ts'
import { tellAdvisers } from '../news.ts'

export const withdrawQuestion = (ctx: Ctx, input: MoveInput) =>
  move(ctx, 'withdraw', input, ({ question, told }) => ({
    patch: { ...noLease, dueAt: null, dueFor: null },
    news: question.holderId ? tellAdvisers([{ personId: question.holderId }], 'task-question-withdrawn', told) : [],
  }))
