import * as z from 'zod/mini'
import { At, Code, Id } from '../core/fields.ts'
import { route } from '../core/route.ts'
import { Day } from './booking.ts'
import { bookingLimits } from './booking-limits.ts'

/** Somebody who waits for a time in these days. `offeredId`: the booking that is kept for her. */
export const WaitingEntry = z.object({
  id: Id,
  communityId: Code,
  village: z.string(),
  adviserId: z.nullable(Id),
  adviser: z.nullable(z.string()),
  from: Day,
  until: Day,
  state: z.enum(['waiting', 'offered']),
  offeredId: z.nullable(Id),
  at: At,
})
export type WaitingEntry = z.infer<typeof WaitingEntry>

/** 候补: who comes first gets the first time that becomes free, kept for half an hour. */
export const waitlistRoutes = {
  joinWaitlist: route({
    method: 'POST',
    path: '/api/waitlist',
    summary: `候补：这几天没有空的时间时登记，有人退就替我占 ${bookingLimits.waitMinutes} 分钟并提醒`,
    access: 'person',
    status: 201,
    input: z.object({ id: Id, communityId: Code, adviserId: z.optional(Id), from: Day, until: Day }),
    answer: WaitingEntry,
    problems: ['place-unknown', 'still-free', 'too-many-bookings', 'id-reused', 'not-found'],
  }),
  listWaitlist: route({
    method: 'GET',
    path: '/api/waitlist',
    summary: '我的候补',
    access: 'person',
    input: z.object({}),
    answer: z.object({ items: z.array(WaitingEntry) }),
  }),
  leaveWaitlist: route({
    method: 'DELETE',
    path: '/api/waitlist/:id',
    summary: '不候补了',
    access: 'person',
    input: z.object({ id: Id }),
    answer: z.object({}),
    problems: ['not-found'],
  }),
}
