import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { filedBy, fileOnPhone, onlyReportOf } from './steps.ts'

let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => {
  town.closeAll()
  town.line.asked.length = 0
})
afterAll(() => town.close())

const asked = (what: string) => town.line.asked.filter(one => one === what).length
const logins = (phone: Miniprogram) => phone.calls('login').length

/** The server forgets this phone, as after ninety days. */
const expire = (phone: Miniprogram) =>
  town.world.anybody('/api/sessions/current', {
    method: 'DELETE',
    headers: { authorization: `Bearer ${phone.storage().session}` },
  })

test('opening makes one silent login, however many calls need it at once', async () => {
  const phone = await town.open('silent')
  expect(phone.dialog()).toBeUndefined()
  expect(phone.screen()).toContain('还没有上报过问题')
  expect(asked('GET /api/me') + asked('GET /api/alerts/unread') + asked('GET /api/reports/mine')).toBe(3)
  expect([logins(phone), asked('POST /api/sessions')]).toEqual([1, 1])
})

test('the next opening needs no login', async () => {
  const phone = await town.open('again')
  phone.kill()
  await phone.relaunch()
  expect(phone.screen()).toContain('还没有上报过问题')
  expect([logins(phone), asked('POST /api/sessions')]).toEqual([1, 1])
})

test('a session that ran out is renewed once and every call is made again, unseen', async () => {
  const she = await resident(town, 'expired')
  const phone = await town.open('expired')
  await filedBy(she, '井盖松了')
  expect((await expire(phone)).status).toBe(200)
  await lookAgain(phone)
  expect(phone.screen()).toContain('等人接手')
  expect([logins(phone), asked('POST /api/sessions')]).toEqual([2, 2])
})

test('a refusal that comes late, when the session is already new, does not log in again', async () => {
  const phone = await town.open('late')
  await expire(phone)
  let meets = 0
  let renewed = () => {}
  const afterRenewal = new Promise<void>(done => {
    renewed = done
  })
  town.line.meet = async (what, request) => {
    if (what === 'GET /api/me' && meets++ === 0) {
      const refused = await town.world.api.fetch(request)
      await afterRenewal
      return refused
    }
    if (what === 'GET /api/reports/mine' && meets > 0) setTimeout(renewed, 100)
    return undefined
  }
  await lookAgain(phone)
  expect(meets).toBe(2)
  expect([logins(phone), asked('POST /api/sessions')]).toEqual([2, 2])
})

test('a report on its way through a session that ran out arrives', async () => {
  const she = await resident(town, 'midway')
  const phone = await town.open('midway')
  await phone.tap('报问题')
  await phone.input('说一句', '路灯不亮')
  await expire(phone)
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect((await onlyReportOf(she)).words).toBe('路灯不亮')
})

test('how it works and what becomes of her words can be read without any login', async () => {
  const phone = await town.open('reader', { path: 'people/pages/guide/index' })
  expect(phone.screen()).toContain('每一件事，都有人负责，都有回音。')
  await phone.visit('people/pages/privacy/index')
  expect(phone.screen()).toContain('手机号可以不留')
  expect([logins(phone), town.line.asked]).toEqual([0, []])
})

test('a login that WeChat refuses is told in plain words, and one tap tries again', async () => {
  const phone = await town.open('refused', { path: 'people/pages/guide/index' })
  phone.will('login', { fail: 'time out', errno: 5 })
  await phone.visit('pages/home/index')
  await phone.waitFor('再试一次')
  expect(phone.screen()).not.toMatch(/fail|errno|time out/)
  await phone.tap('再试一次')
  await phone.waitFor('还没有上报过问题')
})

test('when WeChat itself is down she reads so, and one tap tries again', async () => {
  town.world.wechat.control.inject({ path: '/sns/jscode2session', errcode: -1, times: 99 })
  const phone = await town.open('wechat-down')
  await phone.waitFor('微信那边暂时没有回应')
  town.world.wechat.control.clearFaults()
  await phone.tap('再试一次')
  await phone.waitFor('还没有上报过问题')
})

test('after 退出登录 nothing of hers is left and nobody logs in until she asks', async () => {
  await resident(town, 'leaving')
  const phone = await town.open('leaving')
  await fileOnPhone(phone, '单元门关不上')
  await phone.tap('回首页')
  await phone.tapTab('我的')
  await phone.tap('退出登录')
  await phone.tap({ text: '退出', class: 'grave' })
  const before = logins(phone)
  expect(Object.keys(phone.storage()).filter(key => key.startsWith('draft.') || key === 'session')).toEqual([])
  await phone.tapTab('首页')
  expect(phone.screen()).not.toContain('单元门')
  await phone.waitFor('您已退出登录')
  expect(logins(phone)).toBe(before)
  await phone.tap('重新进入')
  await phone.waitFor('等人接手')
  expect(logins(phone)).toBe(before + 1)
})
