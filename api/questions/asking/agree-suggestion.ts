import type { Ctx } from '@huiyin/api/core/context.ts'
import { move, type QuestionMoveInput } from '../move-question.ts'
import { tellAdvisers } from '../notices.ts'

/** Her consent to what he suggested; nothing of the text goes anywhere by it. */
export const agreeSuggestion = (ctx: Ctx, input: QuestionMoveInput) =>
  move(ctx, 'agree', input, ({ question, ground, facts }) => {
    const who = [...ground.advisers, ...ground.justice].filter(it => it.personId === question.answeredBy)
    return {
      patch: { agreed: true },
      notices: [...tellAdvisers(who.slice(0, 1), 'task-question-agreed', facts)],
    }
  })
