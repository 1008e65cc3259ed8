import * as z from 'zod/mini'
import { Code, Id, words } from '../core/fields.ts'
import { route } from '../core/route.ts'
import { bookingLimits } from './booking-limits.ts'
import { Coverage, Month, OfficePlace, TownshipAdviser, TownshipMonth } from './office-desk.ts'

/** What the township's justice office does: places, and what each village had. */
export const townshipRoutes = {
  listCoverage: route({
    method: 'GET',
    path: '/api/office/coverage',
    summary: '司法所：本镇各村这个月的法律服务（经居民确认的、还没确认的）',
    access: 'person',
    input: z.object({ township: Code, month: Month }),
    answer: z.object({ items: z.array(Coverage) }),
    problems: ['not-allowed'],
  }),
  listMonths: route({
    method: 'GET',
    path: '/api/office/months',
    summary: `司法所：本镇最近 ${bookingLimits.months} 个月的法律服务，一个月一行`,
    access: 'person',
    input: z.object({ township: Code }),
    answer: z.object({ items: z.array(TownshipMonth) }),
    problems: ['not-allowed'],
  }),
  listTownshipAdvisers: route({
    method: 'GET',
    path: '/api/office/advisers',
    summary: '司法所：本镇的法律顾问，和他们请的假',
    access: 'person',
    input: z.object({ township: Code }),
    answer: z.object({ items: z.array(TownshipAdviser) }),
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
  listOfficePlaces: route({
    method: 'GET',
    path: '/api/office/places',
    summary: '司法所：本镇的咨询地点',
    access: 'person',
    input: z.object({ township: Code }),
    answer: z.object({ items: z.array(OfficePlace) }),
    problems: ['not-allowed'],
  }),
  retireOfficePlace: route({
    method: 'DELETE',
    path: '/api/office/places/:id',
    summary: '司法所：停用一个咨询地点（先要没有时间排在那里）',
    access: 'person',
    input: z.object({ id: Id }),
    answer: z.object({}),
    problems: ['not-allowed', 'not-found', 'place-in-use'],
  }),
  getPlaceCode: route({
    method: 'GET',
    path: '/api/office/places/:id/code',
    summary: '司法所：门口的签到码（小程序码图片）',
    access: 'person',
    input: z.object({ id: Id }),
    answer: z.object({ image: z.string(), type: z.string() }),
    problems: ['not-allowed', 'not-found', 'wechat-busy'],
  }),
  readPoster: route({
    method: 'GET',
    path: '/api/office/places/:id/poster',
    summary: '司法所：贴在门口的一张纸，上面有签到码，可以打印',
    access: 'person',
    bytes: ['text/html'],
    input: z.object({ id: Id }),
    answer: z.unknown(),
    problems: ['not-allowed', 'not-found', 'wechat-busy'],
  }),
}
