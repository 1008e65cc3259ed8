import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import { tap, tuesdayMorning } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { filedBy, mendedFor, onlyReportOf } from './steps.ts'

/** A page lies open, and meanwhile time goes by, the network goes away, or somebody else moves the matter on. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => {
  town.closeAll()
  town.world.clock.now = tuesdayMorning
})
afterAll(() => town.close())

const show = (id: string) => ({ path: `reports/pages/show/index?id=${id}` })
const handle = (id: string) => ({ path: `reports/pages/handle/index?id=${id}` })
const send = { text: '提交', class: 'button' }

test('还剩 becomes 已超时 on a page that nobody touches', async () => {
  const id = await filedBy(await resident(town, 'waiting'), '水管漏水')
  const phone = await town.open('waiting', show(id))
  expect(phone.screen()).toContain('接手还剩 29 分钟')
  await town.pass(20)
  expect(phone.screen()).toContain('接手还剩 9 分钟')
  await town.pass(12)
  expect(phone.screen()).toContain('接手已超时 2 分钟')
  expect(phone.find({ class: 'due' }).classes).toContain('late')
})

test('whoever comes back is told the time of now at once, even where the network is gone', async () => {
  const id = await filedBy(await resident(town, 'away'), '水管漏水')
  const phone = await town.open('away', show(id))
  await phone.hide()
  await phone.network('none')
  town.world.clock.forward(45)
  await phone.show()
  expect(phone.screen()).toContain('接手已超时 15 分钟')
})

test('what she sees without a network is from before, and says so until it is fresh again', async () => {
  const id = await filedBy(await resident(town, 'tunnel'))
  const phone = await town.open('tunnel', show(id))
  expect(phone.screen()).not.toContain('没能更新')
  await phone.network('none')
  await town.pass(9)
  await phone.waitFor('没能更新，下面是9 分钟前的内容')
  expect(phone.screen()).toContain('楼道里堆着垃圾')
  await phone.network('wifi')
  await phone.waitFor(() => !phone.screen().includes('没能更新'))
})

test('home, where who she is was read only once, is fresh again when the network is back, or the server without it', async () => {
  await filedBy(await resident(town, 'mountain'))
  const phone = await town.open('mountain')
  await phone.hide()
  await phone.network('none')
  await phone.show()
  await phone.waitFor('没能更新')
  await phone.network('wifi')
  await phone.waitFor(() => !phone.screen().includes('没能更新'))
  await phone.hide()
  town.line.meet = () => new Response('<html>', { status: 502 })
  await phone.show()
  await phone.waitFor('没能更新')
  town.line.meet = undefined
  await town.pass(1)
  await phone.waitFor(() => !phone.screen().includes('没能更新'))
})

test('a list that was left open is that of now when one comes back', async () => {
  const phone = await town.open('worker', { path: 'reports/pages/desk/index' })
  const cards = () => phone.findAll({ class: 'report-card' }).length
  const before = cards()
  await phone.hide()
  await filedBy(await resident(town, 'newer'), '电线垂下来了')
  await phone.show()
  expect(cards()).toBe(before + 1)
})

test('a page asks again by itself while it is looked at, nothing while it is not, and at once when it is again', async () => {
  const id = await filedBy(await resident(town, 'looker'))
  const phone = await town.open('looker', show(id))
  const asks = () => town.line.asked.filter(it => it === `GET /api/reports/${id}`).length
  const atFirst = asks()
  await town.pass(1)
  expect(asks()).toBe(atFirst + 1)
  await phone.hide()
  await town.pass(5)
  expect(asks()).toBe(atFirst + 1)
  await phone.show()
  expect(asks()).toBe(atFirst + 2)
})

test('taking it back is offered for ten minutes; a sheet that lay open longer says that it is too late', async () => {
  const she = await resident(town, 'dithering')
  const id = await filedBy(she)
  const phone = await town.open('dithering', show(id))
  await phone.tap(button('撤回'))
  expect(phone.screen()).toContain('9 分钟内还可以撤回')
  await town.pass(11)
  expect(phone.screen()).toContain('这一步已经过了时候')
  expect(phone.has({ text: '撤回', class: 'grave' })).toBe(false)
  await phone.tap({ label: '关闭' })
  expect(phone.has(button('撤回'))).toBe(false)
  expect((await onlyReportOf(she)).state).toBe('filed')
})

test('it was mended on his other phone while he wrote why he gives it back: his words stay, and nothing is sent', async () => {
  const id = await filedBy(await resident(town, 'two-phones'), '邻里噪声')
  const phone = await town.open('worker', handle(id))
  await phone.tap('退单')
  await phone.input('文字', '不归我们网格')
  const worker = await town.world.someone('worker')
  const photo = await worker.upload()
  await worker.call('acceptReport', tap(id))
  await worker.call('resolveReport', { ...tap(id), words: '已劝过', photoIds: [photo.id] })
  await phone.waitFor('这一步已经过了时候')
  expect(phone.screen()).toContain('您写的还在')
  expect(phone.find({ tag: 'textarea' }).attrs.value).toBe('不归我们网格')
  await phone.tap(send)
  expect(town.line.asked).not.toContain(`POST /api/reports/${id}/return`)
})

test('没解决, begun and then overtaken by the clock: her words are still there and she is told', async () => {
  const she = await resident(town, 'late-word')
  const worker = await town.world.someone('worker')
  const id = await mendedFor(she, worker)
  const phone = await town.open('late-word', show(id))
  await phone.tap(button('没解决'))
  await phone.input('文字', '还在滴水')
  expect(phone.screen()).not.toContain('这一步已经过了时候')
  for (const days of [10, 60]) {
    town.world.clock.forward(days * 24 * 60)
    await town.world.api.chores()
  }
  await town.pass(1)
  await phone.waitFor('这一步已经过了时候')
  expect(phone.find({ tag: 'textarea' }).attrs.value).toBe('还在滴水')
  const calls = () => town.line.asked.filter(it => it.endsWith('/reopen')).length
  const before = calls()
  await phone.tap(button('重新办理'))
  expect(calls()).toBe(before)
})

test('a push leads to what the matter is now, not to what it was', async () => {
  const she = await resident(town, 'moved-on')
  const worker = await town.world.someone('worker')
  const id = await mendedFor(she, worker)
  await she.call('confirmReport', { ...tap(id), rating: 'good' })
  const phone = await town.open('worker', handle(id))
  expect(phone.has(button('受理'))).toBe(false)
  expect(phone.screen()).toContain('已销号')
})

test('whoever has no duty there any more is told so, and keeps nothing of it on the screen', async () => {
  const id = await filedBy(await resident(town, 'secretive'), '三楼水管漏水')
  const phone = await town.open('worker-mate', handle(id))
  expect(phone.screen()).toContain('三楼水管漏水')
  town.line.meet = asked =>
    asked === `GET /api/reports/${id}`
      ? Response.json(
          { type: '', title: '没有找到这项内容', detail: '请返回首页看看最新的内容', status: 404, code: 'not-found' },
          { status: 404 },
        )
      : undefined
  await lookAgain(phone)
  expect(phone.screen()).toContain('没有找到这项内容')
  expect(phone.screen()).not.toContain('三楼水管漏水')
})

test('her session ends while she types: not a word is lost, and it goes out under a new one', async () => {
  const she = await resident(town, 'typing')
  const phone = await town.open('typing')
  await phone.tap('报问题')
  await phone.input('说一句', '井盖松了')
  const worn = phone.storage().session
  await town.world.anybody('/api/sessions/current', { method: 'DELETE', headers: { authorization: `Bearer ${worn}` } })
  await phone.tap(send)
  await phone.waitFor('收到了')
  expect(phone.storage().session).not.toBe(worn)
  expect(await onlyReportOf(she)).toMatchObject({ words: '井盖松了' })
})

test('left on purpose, with a page still open: the way back in, and nothing of hers', async () => {
  await filedBy(await resident(town, 'leaver'), '三楼水管漏水')
  const phone = await town.open('leaver', { path: 'pages/mine/index' })
  await phone.tap('我的事项')
  await phone.tap({ class: 'report-card' })
  phone.device.storage.set('left', JSON.stringify('yes'))
  await lookAgain(phone)
  expect(phone.screen()).toContain('您已退出登录')
  expect(phone.screen()).not.toContain('三楼水管漏水')
})
