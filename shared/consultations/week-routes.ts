import * as z from 'zod/mini'
import { route } from '../core/route.ts'
import { Day } from './booking.ts'
import { WeekItem } from './office-desk.ts'

/** A lawyer's own days: the first screen shows the next meeting of them. */
export const weekRoutes = {
  listWeek: route({
    method: 'GET',
    path: '/api/office/week',
    summary: '我的日程：从这一天起若干天',
    access: 'person',
    input: z.object({ from: Day, days: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(31)), 7) }),
    answer: z.object({ items: z.array(WeekItem) }),
    problems: ['not-allowed'],
  }),
}
