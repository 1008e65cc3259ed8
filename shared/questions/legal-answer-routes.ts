import * as z from 'zod/mini'
import { Id } from '../core/fields.ts'
import { PageQuery, pageOf } from '../core/page.ts'
import { route } from '../core/route.ts'
import { ComplaintReason } from '../matters/complaint.ts'
import { TopicName } from './asking-routes.ts'
import { LegalAnswer, LegalAnswerMoved } from './question.ts'

/** 普法问答: what may be read by everybody. */
export const legalAnswerRoutes = {
  listLegalAnswers: route({
    // What she looks for stays out of addresses, which servers on the way write down.
    method: 'POST',
    path: '/api/legal-answers/search',
    summary: '普法问答：按内容找，或按类别看，新的在前',
    access: 'open',
    input: z.object({
      ...PageQuery,
      q: z.optional(z.string().check(z.maxLength(60))),
      topic: z.optional(TopicName),
    }),
    answer: pageOf(LegalAnswer),
  }),
  complainLegalAnswer: route({
    method: 'POST',
    path: '/api/legal-answers/:id/complain',
    summary: '举报一条普法问答：马上暂停，由司法所复核，结果在消息里',
    access: 'person',
    input: z.object({ id: Id, eventId: Id, reason: ComplaintReason }),
    answer: LegalAnswerMoved,
    problems: ['not-found', 'id-reused', 'too-many'],
  }),
  getLegalAnswer: route({
    method: 'GET',
    path: '/api/legal-answers/:id',
    summary: '一条普法问答',
    access: 'open',
    input: z.object({ id: Id }),
    answer: LegalAnswer,
    problems: ['not-found'],
  }),
}
