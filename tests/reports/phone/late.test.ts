import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import { tap, tuesdayMorning } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { filedBy, mendedFor, onlyReportOf } from './steps.ts'

/** What the clock does by itself, honestly shown; and taking a report back before anybody has begun. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => {
  town.closeAll()
  town.world.clock.now = tuesdayMorning
})
afterAll(() => town.close())

test('a leak that nobody accepts in half an hour goes one level up: all three read so', async () => {
  const she = await resident(town, 'waiting')
  const id = await filedBy(she, '水管漏水')
  town.world.clock.forward(31)
  const before = await town.open('waiting', { path: `reports/pages/show/index?id=${id}` })
  expect(before.screen()).toContain('接手已超时 1 分钟')
  await town.world.api.chores()

  const hers = await town.open('waiting', { path: `reports/pages/show/index?id=${id}` })
  expect(hers.screen()).toContain('接手已超时')
  expect(hers.screen()).toContain('由村（社区）负责')
  expect(hers.screen()).toContain('网格长 赵明')

  const worker = await town.open('worker', { path: 'pages/inbox/index' })
  expect(worker.screen()).toContain('任务超时')

  const lead = await town.open('lead')
  // Told that nobody answers, and then that it is his now.
  expect(lead.tabBadges()).toEqual({ 消息: '2' })
  expect(lead.screen()).toContain('1超时')
  await lead.tap('网格长')
  await lead.tap('超时 1')
  await lead.tap('漏水堵水')
  await lead.tap(button('受理'))
  await lead.waitFor(button('开始办理'))
  expect(await onlyReportOf(she)).toMatchObject({ state: 'accepted', owner: { name: '赵明' } })
})

test('opened again after its promise, its card does not say that nobody took it in time', async () => {
  const she = await resident(town, 'patient')
  const id = await mendedFor(she, await town.world.someone('worker'))
  town.world.clock.forward(3 * 24 * 60)
  await she.call('reopenReport', tap(id))
  const home = await town.open('patient')
  expect(home.screen()).toContain('已超时')
  expect(home.screen()).not.toContain('接手已超时')
})

test('she takes it back in two taps; the worker is told not to go', async () => {
  const she = await resident(town, 'mistaken', 't001v1g1b2')
  const id = await filedBy(she, '路灯不亮', 't001v1g1b2')
  const phone = await town.open('mistaken', { path: `reports/pages/show/index?id=${id}` })
  await phone.tap(button('撤回'))
  expect(phone.screen()).toMatch(/\d+ 分钟内还可以撤回，撤回后不再办理/)
  await phone.tap({ text: '撤回', class: 'grave' })
  await phone.waitFor(() => phone.screen().includes('已撤回'))
  expect(await onlyReportOf(she)).toMatchObject({ state: 'withdrawn' })
  expect(phone.has(button('撤回'))).toBe(false)
  const worker = await town.open('worker', { path: 'pages/inbox/index' })
  expect(worker.screen()).toContain('居民已撤回')
})

test('a note of hers, with a photo, reaches the worker', async () => {
  const she = await resident(town, 'adding', 't001v1g1b3')
  const id = await filedBy(she, '井盖松了', 't001v1g1b3')
  const phone = await town.open('adding', { path: `reports/pages/show/index?id=${id}` })
  await phone.tap(button('补充说明'))
  await phone.input('文字', '旁边还有玻璃')
  await phone.tap('拍照或选照片')
  await phone.waitFor('已传好')
  await phone.tap(button('提交'))
  await phone.waitFor(() => !phone.has('补充什么？'))
  const worker = await town.open('worker', { path: `reports/pages/handle/index?id=${id}` })
  expect(worker.screen()).toContain('旁边还有玻璃')
  expect(worker.findAll({ tag: 'image' })).toHaveLength(1)
})
