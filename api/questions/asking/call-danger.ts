import type { Ctx } from '@huiyin/api/core/context.ts'
import { move, type QuestionMoveInput } from '../move-question.ts'
import { hush, onceMore } from './once-more.ts'

/** 我现在不安全: out of whatever queue it stands in, to the duty person. */
export const callDanger = (ctx: Ctx, input: QuestionMoveInput) =>
  move(ctx, 'danger', input, async matter => {
    await hush(ctx, matter.question)
    return onceMore(ctx, { ...matter, question: { ...matter.question, danger: true } }, null, '')
  })
