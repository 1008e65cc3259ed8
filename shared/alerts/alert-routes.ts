import * as z from 'zod/mini'
import { Code, Id } from '../core/fields.ts'
import { PageQuery, pageOf } from '../core/page.ts'
import { route } from '../core/route.ts'
import { Alert, InboxItem, Permit } from './alert.ts'
import { Call, CallResult, DutyPhone, Health } from './told.ts'

/** `employee`: templates of staff messages, and whether this person has agreed to them; null for residents. */
const Permits = z.object({
  items: z.array(Permit),
  employee: z.nullable(z.object({ templateIds: z.array(z.string()), agreed: z.boolean() })),
})

export const alertRoutes = {
  listAlerts: route({
    method: 'GET',
    path: '/api/alerts',
    summary: '我的消息，新的在前；可以只看一件事的',
    access: 'person',
    input: z.object({ ...PageQuery, matterId: z.optional(Id) }),
    answer: z.extend(pageOf(Alert), { unread: z.int() }),
  }),
  listInbox: route({
    method: 'GET',
    path: '/api/alerts/inbox',
    summary: '我的消息，一件事一行：最新的一条，和还有几条',
    access: 'person',
    input: z.object({ ...PageQuery }),
    answer: z.extend(pageOf(InboxItem), { unread: z.int() }),
  }),
  countUnread: route({
    method: 'GET',
    path: '/api/alerts/unread',
    summary: '未读消息数',
    access: 'person',
    input: z.object({}),
    answer: z.object({ unread: z.int() }),
  }),
  markRead: route({
    method: 'POST',
    path: '/api/alerts/read',
    summary: '把这些消息、或一件事的消息标为已读（等于应答，不再催）；都不写就是全部',
    access: 'person',
    input: z.object({ ids: z.optional(z.array(Id).check(z.maxLength(100))), matterId: z.optional(Id) }),
    answer: z.object({ unread: z.int() }),
  }),
  listPermits: route({
    method: 'GET',
    path: '/api/permits',
    summary: '微信提醒模板和剩余次数；有岗位的人还有工作提醒（用工关系）的模板',
    access: 'person',
    input: z.object({}),
    answer: Permits,
  }),
  recordEmployee: route({
    method: 'PUT',
    path: '/api/permits/employee',
    summary: '登记工作人员是否同意接收工作提醒（用工关系）',
    access: 'person',
    input: z.object({ accepted: z.boolean() }),
    answer: Permits,
    problems: ['not-allowed'],
  }),
  recordPermits: route({
    method: 'POST',
    path: '/api/permits',
    summary: '登记居民在订阅弹窗里的选择（键是模板编号）',
    access: 'person',
    input: z.object({
      id: Id,
      results: z.record(z.string().check(z.maxLength(64)), z.enum(['accept', 'reject', 'ban', 'filter'])),
    }),
    answer: Permits,
    problems: ['id-reused', 'not-found'],
  }),
  getHealth: route({
    method: 'GET',
    path: '/api/alerts/health',
    summary: '提醒送达情况：积压、失败原因、要人工处理的',
    access: 'person',
    input: z.object({ township: Code }),
    answer: Health,
    problems: ['not-allowed'],
  }),
  listCalls: route({
    method: 'GET',
    path: '/api/alerts/calls',
    summary: '没人应答、等着打电话的事项，和值班电话',
    access: 'person',
    input: z.object({ township: Code }),
    answer: z.object({ items: z.array(Call), phones: z.array(DutyPhone) }),
    problems: ['not-allowed'],
  }),
  markCalled: route({
    method: 'POST',
    path: '/api/alerts/calls/:id',
    summary: '电话打了：打通了就不再催；没人接记一笔，还要打',
    access: 'person',
    input: z.object({ id: Id, result: z.optional(CallResult) }),
    answer: z.object({}),
    problems: ['not-allowed', 'not-found'],
  }),
  revealCall: route({
    method: 'POST',
    path: '/api/alerts/calls/:id/reveal',
    summary: '要打给谁的手机号（会留记录，本人看得到）；没登记就是空',
    access: 'person',
    input: z.object({ id: Id, eventId: Id }),
    answer: z.object({ phone: z.nullable(z.string()) }),
    problems: ['not-allowed', 'not-found', 'id-reused'],
  }),
}
