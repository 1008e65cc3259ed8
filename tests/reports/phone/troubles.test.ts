import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { filedBy, onlyReportOf } from './steps.ts'

/** Whatever fails, the screen says what happened and what to do, in plain Chinese, and the way on works. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const problem = (status: number, title: string, detail: string) =>
  Response.json({ type: '/api/docs#x', title, detail, status, code: 'x' }, { status })

const isPlain = (phone: Miniprogram) => expect(phone.screen()).not.toMatch(/[A-Za-z]{2}|undefined|null|\b[45]\d\d\b/)

test.each([
  ['the gateway answers with its own page', () => new Response('<html>502</html>', { status: 502 }), '系统正忙'],
  ['the service is broken', () => problem(500, '系统出错了', '已经通知技术人员，请过一会儿再试'), '系统出错了'],
  ['there are too many calls', () => problem(429, '操作太频繁了', '请过一会儿再试'), '操作太频繁了'],
  ['the answer is nothing at all', () => new Response(null, { status: 500 }), '系统正忙'],
  ['the answer is a page for browsers', () => new Response('<html>你好</html>'), '出了点问题'],
])('when %s the home page says so, and 再试一次 works', async (why, answer, title) => {
  await filedBy(await resident(town, why), '路灯不亮')
  town.line.meet = what => (what === 'POST /api/sessions' ? undefined : answer())
  const phone = await town.open(why)
  await phone.waitFor(title)
  isPlain(phone)
  town.line.meet = undefined
  await phone.tap('再试一次')
  await phone.waitFor('等人接手')
  expect(phone.screen()).not.toContain(title)
})

test('without network she reads that her things are safe, and the page comes back by itself', async () => {
  await filedBy(await resident(town, 'offline'), '路灯不亮')
  const phone = await town.open('offline', { network: 'none' })
  await phone.waitFor('网络没有连上')
  expect(phone.screen()).toContain('内容还在，请看看网络再试')
  isPlain(phone)
  await phone.network('4g')
  await phone.waitFor('等人接手')
})

test('without network 报问题 still takes a photo and words', async () => {
  const phone = await town.open('offline-writer', { network: 'none' })
  await phone.tap('报问题')
  await phone.tap('拍照或选照片')
  await phone.input('说一句', '三楼漏水')
  expect(phone.screen()).toContain('三楼漏水')
  expect(phone.findAll({ tag: 'image' })).toHaveLength(1)
})

test('a matter that is not there, or not hers to see, is said so, with a way back', async () => {
  const id = await filedBy(await resident(town, 'owner'))
  for (const path of [id, crypto.randomUUID(), 'x'].map(one => `reports/pages/show/index?id=${one}`)) {
    const phone = await town.open('stranger', { path })
    await phone.waitFor(() => /没有找到这项内容|内容没有填对/.test(phone.screen()))
    isPlain(phone)
  }
})

test('the staff’s list is closed to residents, and says whom to ask', async () => {
  const phone = await town.open('curious', { path: 'reports/pages/desk/index' })
  expect(phone.screen()).toContain('这里仅限工作人员使用，请联系网格长开通')
  await phone.tap('回首页')
  expect(phone.page()).toBe('pages/home/index')
})

test('an act that fails is told and can be done again; what the worker typed is still there', async () => {
  const she = await resident(town, 'act-fails')
  const id = await filedBy(she)
  const phone = await town.open('worker', { path: `reports/pages/handle/index?id=${id}` })
  town.line.meet = what =>
    what.endsWith('/return') ? problem(500, '系统出错了', '已经通知技术人员，请过一会儿再试') : undefined
  await phone.tap(button('退单'))
  await phone.input('文字', '归电力公司管')
  await phone.tap(button('提交'))
  await phone.waitFor('系统出错了。已经通知技术人员，请过一会儿再试')
  expect(phone.screen()).toContain('归电力公司管')
  isPlain(phone)
  town.line.meet = undefined
  await phone.tap(button('提交'))
  await phone.waitFor('网格员 李秀兰 退回，换人办理')
  expect((await onlyReportOf(she)).history.map(step => step.event)).toEqual(['file', 'return'])
})

test('an act whose answer is lost is done once, and the worker sees it done', async () => {
  const she = await resident(town, 'act-lost')
  const id = await filedBy(she)
  const phone = await town.open('worker', { path: `reports/pages/handle/index?id=${id}` })
  let lost = 0
  town.line.meet = async (what, request) => {
    if (!what.endsWith('/accept') || lost > 0) return undefined
    lost += 1
    await town.world.api.fetch(request)
    return new Response('<html>', { status: 504 })
  }
  await phone.tap(button('受理'))
  await phone.waitFor(button('开始办理'))
  expect(lost).toBe(1)
  expect((await onlyReportOf(she)).history.map(step => step.event)).toEqual(['file', 'accept'])
})
