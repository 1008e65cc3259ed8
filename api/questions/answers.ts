import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { room } from '../core/handler.ts'
import { answerQuestion } from './answering/answer-question.ts'
import { askBack } from './answering/ask-back.ts'
import { assignQuestion } from './answering/assign-question.ts'
import { claimQuestion } from './answering/claim-question.ts'
import { getFigures } from './answering/get-figures.ts'
import { getGateCard } from './answering/get-gate-card.ts'
import { listAdvisers } from './answering/list-advisers.ts'
import { listHeld } from './answering/list-held.ts'
import { listParagraphs } from './answering/list-paragraphs.ts'
import { listQuestionDesk } from './answering/list-question-desk.ts'
import { listQueue } from './answering/list-queue.ts'
import { nextQuestion } from './answering/next-question.ts'
import { noteQuestion } from './answering/note-question.ts'
import { passQuestion } from './answering/pass-question.ts'
import { readQuestion } from './answering/read-question.ts'
import { releaseQuestion } from './answering/release-question.ts'
import { saveDraft } from './answering/save-draft.ts'
import { setParagraphs } from './answering/set-paragraphs.ts'
import { agreeSuggestion } from './asking/agree-suggestion.ts'
import { askQuestion } from './asking/ask-question.ts'
import { callDanger } from './asking/call-danger.ts'
import { followUp } from './asking/follow-up.ts'
import { getQuestion } from './asking/get-question.ts'
import { getReaders } from './asking/get-readers.ts'
import { listMyQuestions } from './asking/list-my-questions.ts'
import { rateQuestion } from './asking/rate-question.ts'
import { replyQuestion } from './asking/reply-question.ts'
import { setSpeechConsent } from './asking/set-speech-consent.ts'
import { withdrawQuestion } from './asking/withdraw-question.ts'
import { decidePublication } from './publishing/decide-publication.ts'
import { listAnswerReviews } from './publishing/list-answer-reviews.ts'
import { reviewAnswer } from './publishing/review-answer.ts'

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
