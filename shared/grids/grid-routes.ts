import * as z from 'zod/mini'
import { Code, Lat, Lng } from '../core/fields.ts'
import { route } from '../core/route.ts'
import { Area, Place } from './area.ts'

export const gridRoutes = {
  listAreas: route({
    method: 'GET',
    path: '/api/areas',
    summary: '下一级区域（村、网格、楼栋），供选择地点；`level=building`：一个村的全部楼栋，不分网格',
    access: 'open',
    input: z.object({ parent: z.optional(Code), level: z.optional(z.literal('building')) }),
    /** `under`: of a building, the name of its grid, where the list goes over several. */
    answer: z.object({ items: z.array(z.extend(Area, { under: z.optional(z.string()) })) }),
  }),
  getArea: route({
    method: 'GET',
    path: '/api/areas/:code',
    summary: '一个区域叫什么（从转发的入口进来，认出是哪个村）',
    access: 'open',
    input: z.object({ code: Code }),
    answer: Area,
    problems: ['place-unknown'],
  }),
  getPlace: route({
    method: 'GET',
    path: '/api/places/:code',
    summary: '门牌码对应的地点',
    access: 'open',
    input: z.object({ code: Code }),
    answer: Place,
    problems: ['place-unknown'],
  }),
  locatePlace: route({
    method: 'GET',
    path: '/api/places',
    summary: '一个坐标（gcj02）属于哪个网格，近旁哪栋楼',
    access: 'open',
    input: z.object({ lng: Lng, lat: Lat }),
    answer: Place,
    problems: ['place-outside'],
  }),
  getDoorCode: route({
    method: 'GET',
    path: '/api/places/:code/door-code',
    summary: '楼栋门牌小程序码（图片），供张贴',
    access: 'person',
    input: z.object({ code: Code }),
    answer: z.object({ image: z.string(), type: z.string() }),
    problems: ['not-allowed', 'place-unknown', 'wechat-busy'],
  }),
}
