import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filedBy, onlyReportOf } from './steps.ts'

/** The other end of the main job: it was closed, but it is not mended. */
let town: Phones
let she: Someone
let id: string
let promise: string
let hers: Miniprogram

beforeAll(async () => {
  town = await openPhones()
  she = await resident(town, 'resident')
  id = await filedBy(she, '三楼水管漏水')
  promise = (await onlyReportOf(she)).resolveBy
  const worker = await town.world.someone('worker')
  const photo = await worker.upload()
  await worker.call('acceptReport', { id, eventId: crypto.randomUUID() })
  await worker.call('resolveReport', { id, eventId: crypto.randomUUID(), words: '好了', photoIds: [photo.id] })
  town.world.clock.forward(20)
  hers = await town.open('resident')
})
afterAll(() => town.close())

test('「没解决」 reopens the same matter one level up, on its first promise', async () => {
  await hers.tap('待您确认')
  await hers.tap('没解决')
  expect(hers.screen()).toContain('会交给上一级重新办，原来的时限接着算')
  await hers.input('文字', '还在滴水')
  await hers.tap(button('重新办理'))
  await hers.waitFor('已交给上一级重新办')
  await hers.waitFor(() => !hers.has('哪里没解决？'))
  expect(hers.screen()).toContain('网格长 赵明')
  expect(await onlyReportOf(she)).toMatchObject({ id, state: 'reopened', level: 'community', resolveBy: promise })
})

test('she can read what was done before', async () => {
  const said = () => hers.screen().split('好了\n').length - 1
  // Beside the pictures, as the answer of whoever mended it; and in the course of things.
  expect(said()).toBe(1)
  await hers.tap('看上一次的经过')
  expect(said()).toBe(2)
})

test('the lead finds it in the inbox, with the resident’s words, and takes it', async () => {
  const leads = await town.open('lead')
  expect(leads.tabBadges()).toEqual({ 消息: '1' })
  await leads.tapTab('消息')
  await leads.tap('居民说没解决')
  expect(leads.screen()).toContain('还在滴水')
  expect(leads.screen()).toContain('由村（社区）负责')
  await leads.tap(button('受理'))
  await leads.waitFor(button('开始办理'))
  expect(await onlyReportOf(she)).toMatchObject({ state: 'accepted', owner: { name: '赵明' } })
})

test('the resident hears that it goes on', async () => {
  await lookAgain(hers)
  expect(hers.screen()).toContain('网格长 赵明 受理（接手了）')
  await hers.visit('pages/inbox/index')
  expect(hers.screen()).toContain('网格长 赵明已接手您上报的事')
})

test('no phone noticed an error', () => town.closeAll())
