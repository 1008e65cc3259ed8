import type { Ctx } from '@huiyin/api/core/context.ts'
import { lapseDue } from '@huiyin/shared/questions/question-clock.ts'
import { move, noLease, type QuestionMoveInput, sealed } from '../move-question.ts'
import { tellAsker } from '../notices.ts'

/** 请她补充: the ball is with her for a week; it comes back to him first. */
export const askBack = (ctx: Ctx, input: QuestionMoveInput & { words: string }) =>
  move(ctx, 'ask-back', input, ({ question, term, facts }) => ({
    patch: { ...noLease, preferredId: ctx.me.id, ...lapseDue(term) },
    texts: [sealed(ctx, input.eventId, 'ask-back', input.words)],
    notices: tellAsker(question.askerId, 'question-asked-back', facts),
  }))
