import * as z from 'zod/mini'
import { At, Code, Id, words } from '../core/fields.ts'
import { route } from '../core/route.ts'
import { Day, OutcomeName } from './booking.ts'
import { bookingMove } from './booking-routes.ts'
import { Coverage, Leave, Month, OfficeHours, OfficePlace, officeHoursShape, WeekItem } from './office-desk.ts'

/** What an adviser does. */
export const officeRoutes = {
  listWeek: route({
    method: 'GET',
    path: '/api/office/week',
    summary: '我的日程：从这一天起若干天',
    access: 'person',
    input: z.object({ from: Day, days: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(31)), 7) }),
    answer: z.object({ items: z.array(WeekItem) }),
    problems: ['not-allowed'],
  }),
  listOfficeHours: route({
    method: 'GET',
    path: '/api/office/hours',
    summary: '我的每周时间、请假，和我服务的村的地点',
    access: 'person',
    input: z.object({}),
    answer: z.object({ hours: z.array(OfficeHours), leaves: z.array(Leave), places: z.array(OfficePlace) }),
    problems: ['not-allowed'],
  }),
  setOfficeHours: route({
    method: 'PUT',
    path: '/api/office/hours/:id',
    summary: '定一段每周时间（已约好的不受影响）',
    access: 'person',
    input: z.object({ id: Id, ...officeHoursShape }),
    answer: OfficeHours,
    problems: ['not-allowed', 'not-found', 'place-unknown', 'hours-overlap'],
  }),
  endOfficeHours: route({
    method: 'DELETE',
    path: '/api/office/hours/:id',
    summary: '停用一段每周时间（已约好的不受影响）',
    access: 'person',
    input: z.object({ id: Id }),
    answer: z.object({}),
    problems: ['not-allowed', 'not-found'],
  }),
  addLeave: route({
    method: 'POST',
    path: '/api/office/leaves',
    summary: '请假：这段时间不再接受预约，已约的会取消并通知',
    access: 'person',
    status: 201,
    input: z.object({ id: Id, startsAt: At, endsAt: At }),
    answer: z.object({ calledOff: z.int() }),
    problems: ['not-allowed', 'not-found', 'id-reused', 'moved-meanwhile'],
  }),
  endLeave: route({
    method: 'DELETE',
    path: '/api/office/leaves/:id',
    summary: '销假',
    access: 'person',
    input: z.object({ id: Id }),
    answer: z.object({}),
    problems: ['not-allowed', 'not-found'],
  }),
  addWalkIn: route({
    method: 'POST',
    path: '/api/office/walk-ins',
    summary: '现场来的人：当天记一段时间，和预约一样占着',
    access: 'person',
    status: 201,
    input: z.object({ id: Id, placeId: Id, startsAt: At, minutes: z.int().check(z.minimum(5), z.maximum(240)) }),
    answer: z.object({}),
    problems: ['not-allowed', 'not-found', 'slot-taken', 'id-reused'],
  }),
  declareBooking: bookingMove('declare', '声明没有利益冲突，看事由', { noConflict: z.literal(true) }),
  passBooking: bookingMove('pass', '有利益冲突：取消这个预约，请居民另约一位', {}),
  recordBooking: bookingMove(
    'record',
    '见过了：记一句（加密保存）和结果',
    { words: words(1000), outcome: OutcomeName },
    ['too-early'],
  ),
  missBooking: bookingMove('miss', '居民没有来', {}, ['too-early']),
  listCoverage: route({
    method: 'GET',
    path: '/api/office/coverage',
    summary: '司法所：本镇各村这个月的法律服务（经居民确认的、还没确认的）',
    access: 'person',
    input: z.object({ township: Code, month: Month }),
    answer: z.object({ items: z.array(Coverage) }),
    problems: ['not-allowed'],
  }),
  addOfficePlace: route({
    method: 'POST',
    path: '/api/office/places',
    summary: '司法所：登记一个咨询地点',
    access: 'person',
    status: 201,
    input: z.object({ id: Id, communityId: Code, name: words(20) }),
    answer: OfficePlace,
    problems: ['not-allowed', 'place-unknown', 'not-found', 'id-reused'],
  }),
}
