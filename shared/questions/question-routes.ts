import * as z from 'zod/mini'
import { daysCounted } from '../core/counted.ts'
import { Code, Id, words } from '../core/fields.ts'
import { moveRoutes } from '../core/move-route.ts'
import { PageQuery, pageOf } from '../core/page.ts'
import { route } from '../core/route.ts'
import { askingRoutes, fileIds, questionLimits } from './asking-routes.ts'
import { Question, QuestionCard, QuestionMoved, Rating, Readers } from './question.ts'

export const questionMove = moveRoutes('/api/questions', QuestionMoved)

/** What a resident does. */
export const questionRoutes = {
  getReaders: route({
    method: 'GET',
    path: '/api/questions/readers',
    summary: '提问之前：谁会看到我的问题',
    access: 'person',
    input: z.object({ communityId: Code }),
    answer: Readers,
    problems: ['place-unknown'],
  }),
  ...askingRoutes,
  listMyQuestions: route({
    method: 'GET',
    path: '/api/questions/mine',
    summary: '我问过的，新的在前',
    access: 'person',
    input: z.object({ ...PageQuery }),
    answer: pageOf(QuestionCard),
  }),
  getQuestion: route({
    method: 'GET',
    path: '/api/questions/:id',
    summary: '一个问题的往来（只有提问人和正在接单的顾问看得到）',
    access: 'person',
    input: z.object({ id: Id }),
    answer: Question,
    problems: ['not-found'],
  }),
  replyQuestion: questionMove('reply', '回答律师的追问', { words: words(questionLimits.words), fileIds: fileIds() }),
  followUp: questionMove(
    'follow-up',
    `接着问（答复后一段时间内，最多 ${questionLimits.followUps} 次）`,
    { words: words(questionLimits.words), fileIds: fileIds() },
    ['follow-ups-used'],
  ),
  withdrawQuestion: questionMove('withdraw', '撤回（还没有答复时）', {}),
  callDanger: questionMove('danger', '我现在不安全：转给值班专人', {}),
  rateQuestion: questionMove(
    'rate',
    `评价（顾问只看得到满 ${questionLimits.leastRatings} 份、过了${daysCounted(questionLimits.ratingDays)}的合计）`,
    { rating: Rating },
  ),
  agreeSuggestion: questionMove('agree', '同意律师的建议：约面谈，或转给网格处理', {}),
  decidePublication: questionMove('publication', '把这一问一答（打码改写后）公开为普法问答：同意、不同意、收回', {
    decision: z.enum(['approve', 'refuse', 'withdraw']),
  }),
  setSpeechConsent: route({
    method: 'PUT',
    path: '/api/questions/speech-consent',
    summary: '是否同意在问律师时用语音输入（语音由微信处理，单独同意）',
    access: 'person',
    input: z.object({ agreed: z.boolean() }),
    answer: z.object({ speech: z.boolean() }),
  }),
}
