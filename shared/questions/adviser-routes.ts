import * as z from 'zod/mini'
import { Code, Id, words } from '../core/fields.ts'
import { moveProblems } from '../core/move-route.ts'
import { PageQuery, pageOf } from '../core/page.ts'
import { route } from '../core/route.ts'
import { AdviserChoice, AdviserFigures, AnswerReview, DeskItem, DisclosureCard, Paragraph } from './adviser-desk.ts'
import { questionLimits } from './asking-routes.ts'
import { Question, Suggestion } from './question.ts'
import { questionMove } from './question-routes.ts'
import { queueRoutes } from './queue-routes.ts'

/** The number of the lease: every word of a holder carries it. */
const Fence = z.int().check(z.minimum(1), z.maximum(1_000_000))
const publicText = words(questionLimits.words)

/** What an adviser does, and the duty person and the township when it is theirs. */
export const adviserRoutes = {
  ...queueRoutes,
  nextQuestion: route({
    method: 'POST',
    path: '/api/questions/next',
    summary: `给我下一个：最先到期、我可以接的那一个，替我留 ${questionLimits.offerMinutes} 分钟`,
    access: 'person',
    input: z.object({}),
    answer: z.object({ card: z.nullable(DisclosureCard) }),
    problems: ['not-allowed'],
  }),
  getGateCard: route({
    method: 'GET',
    path: '/api/questions/:id/card',
    summary: '接单之前：看有没有利益冲突（看不到内容）',
    access: 'person',
    input: z.object({ id: Id }),
    answer: DisclosureCard,
    problems: ['not-found'],
  }),
  claimQuestion: questionMove('claim', '声明没有利益冲突，接单', { noConflict: z.literal(true) }, ['already-claimed']),
  passQuestion: questionMove('pass', '有利益冲突，让给别人（同一律所也不能接）', {}),
  saveDraft: route({
    method: 'PUT',
    path: '/api/questions/:id/draft',
    summary: '存草稿，同时续时',
    access: 'person',
    input: z.object({ id: Id, fence: Fence, words: z.string().check(z.maxLength(questionLimits.words)) }),
    answer: z.object({ leaseUntil: z.string() }),
    problems: ['not-found', 'lease-over'],
  }),
  releaseQuestion: questionMove('release', '放回队列（草稿留着）', { fence: Fence }, ['lease-over']),
  noteQuestion: questionMove('note', '记一条自己看的备注（居民看不到）', { fence: Fence, words: words(500) }, [
    'lease-over',
  ]),
  askBack: questionMove('ask-back', '请居民补充', { fence: Fence, words: words(500) }, ['lease-over']),
  answerQuestion: questionMove(
    'answer',
    '答复；可建议面谈或转网格，可附一份改写后的普法问答请居民同意公开',
    {
      fence: Fence,
      words: words(questionLimits.words),
      suggestion: z.optional(Suggestion),
      publication: z.optional(z.object({ question: publicText, answer: publicText })),
    },
    ['lease-over', 'still-recognisable'],
  ),
  listParagraphs: route({
    method: 'GET',
    path: '/api/advisers/paragraphs',
    summary: '我的常用段落',
    access: 'person',
    input: z.object({}),
    answer: z.object({ items: z.array(Paragraph) }),
    problems: ['not-allowed'],
  }),
  setParagraphs: route({
    method: 'PUT',
    path: '/api/advisers/paragraphs',
    summary: '改写我的常用段落',
    access: 'person',
    input: z.object({
      items: z.array(z.object({ id: Id, title: words(20), words: words(1000) })).check(
        z.maxLength(questionLimits.paragraphs),
        z.refine(items => new Set(items.map(it => it.id)).size === items.length),
      ),
    }),
    answer: z.object({ items: z.array(Paragraph) }),
    problems: ['not-allowed'],
  }),
  getFigures: route({
    method: 'GET',
    path: '/api/advisers/figures',
    summary: '我的答复数、首答时间中位数和评价合计',
    access: 'person',
    input: z.object({}),
    answer: AdviserFigures,
    problems: ['not-allowed'],
  }),
  listAnswerReviews: route({
    method: 'GET',
    path: '/api/legal-answers/reviews',
    summary: '等第二个人审核的普法问答',
    access: 'person',
    input: z.object({}),
    answer: z.object({ items: z.array(AnswerReview) }),
    problems: ['not-allowed'],
  }),
  reviewAnswer: route({
    method: 'POST',
    path: '/api/legal-answers/reviews/:id',
    summary: '审核一份普法问答：公开，或不公开',
    access: 'person',
    input: z.object({ id: Id, verdict: z.enum(['publish', 'refuse']) }),
    answer: z.object({}),
    problems: ['not-found', 'not-allowed', 'wrong-state', 'still-recognisable'],
  }),
  listQuestionDesk: route({
    method: 'GET',
    path: '/api/questions/desk',
    summary: '司法所：本镇还没答复的问题（看不到内容），先到期的在前',
    access: 'person',
    input: z.object({ ...PageQuery, township: Code, show: z._default(z.enum(['late', 'open']), 'late') }),
    answer: pageOf(DeskItem),
    problems: ['not-allowed'],
  }),
  listAdvisers: route({
    method: 'GET',
    path: '/api/advisers',
    summary: '本镇的法律顾问，指派用',
    access: 'person',
    input: z.object({ township: Code }),
    answer: z.object({ items: z.array(AdviserChoice) }),
    problems: ['not-allowed'],
  }),
  assignQuestion: questionMove('assign', '指派给一位顾问（他也要先声明没有利益冲突）', { adviserId: Id }, [
    'no-adviser',
  ]),
  readQuestion: route({
    method: 'POST',
    path: '/api/questions/:id/read',
    summary: '司法所查看内容（要写原因，会留记录，居民看得到）',
    access: 'person',
    input: z.object({ id: Id, eventId: Id, reason: words(60) }),
    answer: Question,
    problems: [...moveProblems],
  }),
}
