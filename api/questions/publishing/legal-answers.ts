import { room } from '@huiyin/api/core/handler.ts'
import { legalAnswerRoutes } from '@huiyin/shared/questions/legal-answer-routes.ts'
import { getLegalAnswer } from './get-legal-answer.ts'
import { listLegalAnswers } from './list-legal-answers.ts'

export const legalAnswerRoom = room(legalAnswerRoutes, { listLegalAnswers, getLegalAnswer })
