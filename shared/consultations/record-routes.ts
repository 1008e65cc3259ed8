import * as z from 'zod/mini'
import { Code } from '../core/fields.ts'
import { route } from '../core/route.ts'
import { Month } from './office-desk.ts'

/** Whose calendar: one's own, or that of a village which one advises or which lies in one's township. */
const whose = { communityId: z.optional(Code) }

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What happened, for other programs and for paper: calendars to subscribe to, the service record (台账). */
export const recordRoutes = {
  renewCalendar: route({
    method: 'POST',
    path: '/api/office/calendar',
    summary: '新的日历订阅地址（旧的马上失效）：我的日程，或一个村的',
    access: 'person',
    input: z.object(whose),
    answer: z.object({ url: z.string() }),
    problems: ['not-allowed'],
  }),
  endCalendar: route({
    method: 'DELETE',
    path: '/api/office/calendar',
    summary: '停用日历订阅地址',
    access: 'person',
    input: z.object(whose),
    answer: z.object({}),
    problems: ['not-allowed'],
  }),
  readCalendar: route({
    method: 'GET',
    path: '/api/calendars/:token',
    summary: '日历订阅（iCalendar；地址就是钥匙；里面没有姓名和内容）',
    access: 'open',
    bytes: ['text/calendar'],
    input: z.object({ token: z.string().check(z.regex(/^[\w-]{43}$/)) }),
    answer: z.unknown(),
    problems: ['not-found'],
  }),
  exportRecord: route({
    method: 'GET',
    path: '/api/office/record',
    summary: '服务台账一个月：只从系统里发生的事生成，不能事后填写',
    access: 'person',
    bytes: ['text/csv', xlsx],
    input: z.object({ township: Code, month: Month, format: z._default(z.enum(['csv', 'xlsx']), 'csv') }),
    answer: z.unknown(),
    problems: ['not-allowed'],
  }),
  readSheet: route({
    method: 'GET',
    path: '/api/office/sheet',
    summary: '一个村一个月的服务记录，可以打印',
    access: 'person',
    bytes: ['text/html'],
    input: z.object({ communityId: Code, month: Month }),
    answer: z.unknown(),
    problems: ['not-allowed', 'place-unknown'],
  }),
}
