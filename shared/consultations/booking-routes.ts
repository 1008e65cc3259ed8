import * as z from 'zod/mini'
import { At, Code, Id, words } from '../core/fields.ts'
import { moveRoutes } from '../core/move-route.ts'
import { PageQuery, pageOf } from '../core/page.ts'
import { route } from '../core/route.ts'
import { Booking, BookingCard, BookingMoved, Day, FreeSlot, VillageAdviser } from './booking.ts'
import { bookingLimits } from './booking-limits.ts'

/** Which time: an adviser's, at a village, as a free slot names it. */
const wanted = { adviserId: Id, communityId: Code, startsAt: At }

export const bookingMove = moveRoutes('/api/bookings', BookingMoved)

/** What a resident does. A time that is gone is refused as `slot-taken`, with the three nearest free ones in `choices`. */
export const bookingRoutes = {
  listVillageAdvisers: route({
    method: 'GET',
    path: '/api/villages/:communityId/advisers',
    summary: '本村法律顾问：是谁、什么时候在哪里、怎么联系、下次到村',
    access: 'open',
    input: z.object({ communityId: Code }),
    answer: z.object({ village: z.string(), advisers: z.array(VillageAdviser) }),
    problems: ['place-unknown'],
  }),
  listSlots: route({
    method: 'GET',
    path: '/api/slots',
    summary: '可以约的时间，最近的在前：按村，或按律师',
    access: 'person',
    input: z.object({
      communityId: Code,
      adviserId: z.optional(Id),
      /** Also the neighbouring villages' advisers. */
      wide: z._default(z.stringbool(), false),
      /** Also one's own times, to propose one to somebody. */
      own: z._default(z.stringbool(), false),
      /** Lectures alone, or talks alone. */
      lecture: z.optional(z.stringbool()),
      from: z.optional(Day),
      /** After so many no further day is begun; a day is never cut in two. */
      limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(60)), 20),
    }),
    answer: z.object({ items: z.array(FreeSlot), next: z.optional(Day) }),
    problems: ['place-unknown'],
  }),
  holdSlot: route({
    method: 'POST',
    path: '/api/bookings',
    summary: `占住一个时间 ${bookingLimits.holdMinutes} 分钟，填完再确认`,
    access: 'person',
    status: 201,
    input: z.object({ id: Id, ...wanted }),
    answer: Booking,
    problems: [
      ...['slot-taken', 'too-many-bookings', 'one-at-a-time', 'place-unknown', 'id-reused', 'not-found', 'too-many'],
    ] as const,
  }),
  listMyBookings: route({
    method: 'GET',
    path: '/api/bookings/mine',
    summary: '我的预约，新的在前',
    access: 'person',
    input: z.object({ ...PageQuery }),
    answer: pageOf(BookingCard),
  }),
  getBooking: route({
    method: 'GET',
    path: '/api/bookings/:id',
    summary: '一个预约（约的人和律师看得到；事由要律师声明没有利益冲突才给看）',
    access: 'person',
    input: z.object({ id: Id }),
    answer: Booking,
    problems: ['not-found'],
  }),
  extendHold: bookingMove(
    'extend',
    `再占 ${bookingLimits.holdMinutes} 分钟（最多占 ${bookingLimits.holdMostMinutes} 分钟）`,
    {},
    ['too-late', 'slot-taken'],
  ),
  confirmBooking: bookingMove(
    'confirm',
    '确认预约：一句话写事由（加密保存），可替家里老人约',
    {
      /** Not needed for a lecture. */
      reason: z.optional(words(bookingLimits.words)),
      otherSide: z.optional(words(40)),
      againstCommittee: z._default(z.boolean(), false),
      /** Which village's committee, where it is not that of the place where they meet. */
      committeeOf: z.optional(Code),
      /** Whom it is for, when not for herself; `mandate`: that person has asked her to. */
      forOther: z.optional(words(40)),
      mandate: z._default(z.boolean(), false),
    },
    ['neutral-adviser-needed', 'mandate-needed', 'slot-taken', 'too-many-bookings', 'place-unknown'],
  ),
  moveBooking: bookingMove('move', '改时间，一步到位：新时间约到了，旧时间才放开', wanted, [
    'slot-taken',
    'too-late',
    'neutral-adviser-needed',
    'place-unknown',
  ]),
  cancelBooking: bookingMove('cancel', `取消（开始前 ${bookingLimits.cancelHours} 小时以前）`, {}, ['too-late']),
  arriveAtBooking: bookingMove('arrive', '到了：扫预约地点墙上的码签到', { place: Code }, [
    'wrong-place',
    'too-early',
    'too-late',
  ]),
  attachFiles: bookingMove('attach', '附上材料（照片、PDF，先上传）：居民带来的，或律师给的，只有双方看得到', {
    fileIds: z.array(Id).check(z.minLength(1), z.maxLength(bookingLimits.files)),
  }),
  checkIn: route({
    method: 'POST',
    path: '/api/check-ins',
    summary: '扫门口的码签到：约过的算到了；没约的，正在办讲座就坐下听',
    access: 'person',
    input: z.object({ id: Id, place: Code }),
    answer: Booking,
    problems: [
      ...['nothing-here', 'lecture-full', 'too-early', 'too-late', 'wrong-place', 'too-many'],
      ...['wrong-state', 'moved-meanwhile', 'place-unknown', 'id-reused', 'not-found'],
    ] as const,
  }),
  tellTookPlace: bookingMove(
    'took-place',
    '见过了，或没有见成；可以评价',
    { happened: z.boolean(), rating: z.optional(z.enum(['good', 'fair', 'poor'])) },
    ['too-late', 'too-early'],
  ),
}
