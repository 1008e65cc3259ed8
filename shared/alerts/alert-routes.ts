import * as z from 'zod/mini'
import { Id } from '../core/fields.ts'
import { PageQuery, pageOf } from '../core/page.ts'
import { route } from '../core/route.ts'
import { Alert, Permit } from './alert.ts'

export const alertRoutes = {
  listAlerts: route({
    method: 'GET',
    path: '/api/alerts',
    summary: '我的消息，新的在前',
    access: 'person',
    input: z.object({ ...PageQuery }),
    answer: z.extend(pageOf(Alert), { unread: z.int() }),
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
    summary: '微信提醒模板和剩余次数',
    access: 'person',
    input: z.object({}),
    answer: z.object({ items: z.array(Permit) }),
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
    answer: z.object({ items: z.array(Permit) }),
    problems: ['id-reused', 'not-found'],
  }),
}
