import * as z from 'zod/mini'
import { PageQuery, pageOf } from '../core/page.ts'
import { route } from '../core/route.ts'
import { HeldItem, QueueItem } from './adviser-desk.ts'

/** What waits for whoever answers: the first screen shows the next of it. */
export const queueRoutes = {
  listQueue: route({
    method: 'GET',
    path: '/api/questions/queue',
    summary: '我可以接的问题，先到期的在前',
    access: 'person',
    input: z.object({ ...PageQuery }),
    answer: pageOf(QueueItem),
    problems: ['not-allowed'],
  }),
  listHeld: route({
    method: 'GET',
    path: '/api/questions/held',
    summary: '我正在答的',
    access: 'person',
    input: z.object({}),
    answer: z.object({ items: z.array(HeldItem) }),
  }),
}
