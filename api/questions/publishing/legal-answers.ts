import { room } from '@huiyin/api/core/handler.ts'
import { limiter } from '@huiyin/api/core/limits.ts'
import { complaintLimits } from '@huiyin/shared/matters/complaint-limits.ts'
import { legalAnswerRoutes } from '@huiyin/shared/questions/legal-answer-routes.ts'
import { complainLegalAnswer } from './complain-legal-answer.ts'
import { getLegalAnswer } from './get-legal-answer.ts'
import { listLegalAnswers } from './list-legal-answers.ts'

export const legalAnswerRoom = () => {
  const oneMore = limiter(complaintLimits.perDay, 86_400)
  return room(legalAnswerRoutes, {
    listLegalAnswers,
    getLegalAnswer,
    complainLegalAnswer: async (ctx, input) => {
      await oneMore(ctx.me.id, input.eventId)
      return complainLegalAnswer(ctx, input)
    },
  })
}
