import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { room } from '../core/handler.ts'
import { answerQuestion, askBack } from './answer-question.ts'
import { askQuestion, getReaders, setSpeechConsent } from './ask-question.ts'
import { agreeSuggestion, callDanger, followUp, rateQuestion, replyQuestion, withdrawQuestion } from './asker.ts'
import { claimQuestion } from './claim-question.ts'
import { getQuestion } from './get-question.ts'
import { noteQuestion, releaseQuestion, saveDraft } from './lease.ts'
import { getFigures, listParagraphs, setParagraphs } from './own-desk.ts'
import { passQuestion } from './pass-question.ts'
import { decidePublication, listAnswerReviews, reviewAnswer } from './publications.ts'
import { getGateCard, listHeld, listMyQuestions, listQueue, nextQuestion } from './queue.ts'
import { assignQuestion, listAdvisers, listQuestionDesk, readQuestion } from './township.ts'

/** Fixed paths before `/api/questions/:id`: the first that matches answers. */
export const adviserRoom = room(adviserRoutes, {
  listQueue,
  listHeld,
  nextQuestion,
  getGateCard,
  claimQuestion,
  passQuestion,
  saveDraft,
  releaseQuestion,
  noteQuestion,
  askBack,
  answerQuestion,
  listParagraphs,
  setParagraphs,
  getFigures,
  listAnswerReviews,
  reviewAnswer,
  listQuestionDesk,
  listAdvisers,
  assignQuestion,
  readQuestion,
})

export const questionRoom = room(questionRoutes, {
  getReaders,
  askQuestion,
  listMyQuestions,
  getQuestion,
  replyQuestion,
  followUp,
  withdrawQuestion,
  callDanger,
  rateQuestion,
  agreeSuggestion,
  decidePublication,
  setSpeechConsent,
})
