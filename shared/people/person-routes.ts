import * as z from 'zod/mini'
import { Code } from '../core/fields.ts'
import { route } from '../core/route.ts'
import { Access, Person, Unit } from './person.ts'

export const personRoutes = {
  openSession: route({
    method: 'POST',
    path: '/api/sessions',
    summary: '用微信登录码换会话（静默登录）',
    access: 'open',
    status: 201,
    input: z.object({ code: z.string().check(z.minLength(1), z.maxLength(128)) }),
    answer: z.object({ token: z.string(), person: Person }),
    problems: ['login-refused', 'wechat-busy', 'too-many'],
  }),
  closeSession: route({
    method: 'DELETE',
    path: '/api/sessions/current',
    summary: '退出登录',
    access: 'person',
    input: z.object({}),
    answer: z.object({}),
  }),
  getMe: route({
    method: 'GET',
    path: '/api/me',
    summary: '我是谁，担任什么',
    access: 'person',
    input: z.object({}),
    answer: Person,
  }),
  setHome: route({
    method: 'PUT',
    path: '/api/me/home',
    summary: '设定我住的楼，下次上报默认用它',
    access: 'person',
    input: z.object({ buildingId: Code }),
    answer: Person,
    problems: ['place-unknown'],
  }),
  bindPhone: route({
    method: 'PUT',
    path: '/api/me/phone',
    summary: '用微信手机号授权码绑定手机（可不绑）',
    access: 'person',
    input: z.object({ code: z.string().check(z.minLength(1), z.maxLength(128)) }),
    answer: Person,
    problems: ['phone-refused', 'wechat-busy'],
  }),
  removePhone: route({
    method: 'DELETE',
    path: '/api/me/phone',
    summary: '删除我的手机号',
    access: 'person',
    input: z.object({}),
    answer: Person,
  }),
  listLooks: route({
    method: 'GET',
    path: '/api/me/looks',
    summary: '谁看过我的手机号和咨询',
    access: 'person',
    input: z.object({}),
    answer: z.object({ items: z.array(Access) }),
  }),
  listUnits: route({
    method: 'GET',
    path: '/api/units',
    summary: '本镇的联动单位',
    access: 'person',
    input: z.object({}),
    answer: z.object({ items: z.array(Unit) }),
  }),
}
