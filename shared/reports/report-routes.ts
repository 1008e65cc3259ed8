import * as z from 'zod/mini'
import { DutyPhone, Told } from '../alerts/told.ts'
import { ordinal } from '../core/counted.ts'
import { Code, Id, Key, words } from '../core/fields.ts'
import { PageQuery, pageOf } from '../core/page.ts'
import { route } from '../core/route.ts'
import { filingRoutes, move, photoIds } from './filing-routes.ts'
import { UnseenReason, VisitResult } from './report.ts'
import { Visit } from './report-card.ts'
import { reportLimits } from './report-limits.ts'

export const reportRoutes = {
  ...filingRoutes,
  listReportAlerts: route({
    method: 'GET',
    path: '/api/reports/:id/alerts',
    summary: '这件事提醒过哪些工作人员、通过什么渠道、有没有送到（仅工作人员）',
    access: 'person',
    input: z.object({ id: Id }),
    answer: z.object({ items: z.array(Told), phones: z.array(DutyPhone) }),
    problems: ['not-found', 'not-allowed'],
  }),
  joinReport: move('join', '我也遇到：跟进邻居已上报的同一问题', {}, ['own-report']),
  noteReport: move(
    'note',
    '补充说明或照片；staffOnly 的只有工作人员看得到',
    {
      words: z.optional(words(500)),
      photoIds: z._default(photoIds(), []),
      staffOnly: z._default(z.boolean(), false),
    },
    ['words-or-photo'],
  ),
  startReport: move('start', '开始办理', {}),
  returnReport: move('return', '退单（要写原因，时限不停）', { words: words(200) }, ['return-refused']),
  assignReport: move(
    'assign',
    `指派给一个网格办理；${ordinal(reportLimits.returns, '次')}退单后是裁定，要写理由`,
    { gridId: Code, words: z.optional(words(200)) },
    ['place-unknown', 'words-needed'],
  ),
  superviseReport: move(
    'supervise',
    '督办：要求提前办好（`hours` 只能比规定时限早）；再次督办只能把时间提前',
    { words: words(200), hours: z.optional(z.int().check(z.minimum(1), z.maximum(72))) },
    ['supervised'],
  ),
  dispatchReport: move('dispatch', '派单给联动单位', { unitId: Key, words: z.optional(words(200)) }, ['place-unknown']),
  finishReport: move('finish', '联动单位报告已处理', { words: words(500), photoIds: z._default(photoIds(), []) }),
  resolveReport: move(
    'resolve',
    '办结：写明怎么处理的，并附处理后照片，或没有照片的原因',
    { words: words(500), photoIds: z._default(photoIds(), []), unseen: z.optional(UnseenReason) },
    ['photo-needed', 'photo-not-ready'],
  ),
  confirmReport: move('confirm', '确认已解决；居民可以评价', {
    rating: z.optional(z.enum(['good', 'fair', 'poor'])),
    words: z.optional(words(200)),
  }),
  reopenReport: move('reopen', '没解决：同一事项重新办理，上升一级，原时限继续', { words: z.optional(words(200)) }, [
    'too-late',
  ]),
  listVisits: route({
    method: 'GET',
    path: '/api/visits',
    summary: '镇街要回访的事项，先到期的在前',
    access: 'person',
    input: z.object({ ...PageQuery, desk: Key }),
    answer: pageOf(Visit),
    problems: ['not-allowed'],
  }),
  recordVisit: move('visit', '记录回访结果；没解决的同一事项重新办理，上升一级', {
    result: VisitResult,
    words: words(500),
    photoIds: z._default(photoIds(), []),
  }),
  answerStill: move(
    'still',
    `${reportLimits.askDays.join(' 天、')} 天后还好吗：还好，或者又坏了（同一事项重新办理）`,
    { answer: z.enum(['fine', 'broken']), words: z.optional(words(200)) },
    ['too-late'],
  ),
  withdrawReport: move('withdraw', `撤回（上报后 ${reportLimits.withdrawMinutes} 分钟内、还没受理时）`, {}, [
    'too-late',
  ]),
  revealReporter: route({
    method: 'POST',
    path: '/api/reports/:id/reveal',
    summary: '查看上报人电话（要写原因，会留记录，居民看得到）',
    access: 'person',
    input: z.object({ id: Id, eventId: Id, reason: words(60) }),
    answer: z.object({ phone: z.nullable(z.string()) }),
    problems: ['not-found', 'not-allowed', 'id-reused'],
  }),
}
