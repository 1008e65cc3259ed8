import { randomUUID } from 'node:crypto'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filedBy } from './steps.ts'

/** The inbox: one row for each matter, and the earlier messages behind a tap. */
let town: Phones
let she: Someone
let worker: Someone
let [first, second] = ['', '']
const step = (id: string) => ({ id, eventId: randomUUID() })

beforeAll(async () => {
  town = await openPhones()
  she = await resident(town, 'resident')
  worker = await town.world.someone('worker')
  ;[first, second] = [await filedBy(she, '水管漏水'), await filedBy(she)]
  for (const verb of ['acceptReport', 'startReport'] as const) {
    town.world.clock.forward(1)
    await worker.call(verb, step(first))
  }
})
afterAll(() => town.close())

const inbox = async () => {
  const phone = await town.open('resident')
  await phone.tapTab('消息')
  return phone
}

test('each matter has one row, with its number and what it is about, and says how many more there are', async () => {
  const phone = await inbox()
  const { number } = await she.call('getReport', { id: first })
  const [row = ''] = phone.screen().split('还有 2 条')
  // Each of them once, whichever of them the sentence says itself.
  for (const said of ['漏水堵水', '柳塘村 1号楼', `编号 ${number}`]) expect(row.split(said), said).toHaveLength(2)
  expect(phone.screen()).toContain('还有 2 条，2 条未读')
  expect(phone.findAll({ class: 'messages' })).toHaveLength(2)
  expect(phone.screen()).toContain('4 条未读')
  expect(phone.tabBadges()).toEqual({ 消息: '4' })
  town.closeAll()
})

test('the others open below it; what was shown is read, what comes later is not', async () => {
  const phone = await inbox()
  await phone.tap('还有 2 条，2 条未读')
  await phone.waitFor({ text: '有人接手了', class: 'message' })
  const titles = ['开始办理', '有人接手了', '已收到您的上报'].map(it => phone.screen().indexOf(it))
  expect(titles).toEqual(titles.toSorted((one, other) => one - other))
  expect(phone.has('收起')).toBe(true)
  expect(phone.tabBadges()).toEqual({ 消息: '1' })
  await worker.call('dispatchReport', { ...step(first), unitId: 'u-water' })
  await lookAgain(phone)
  expect(phone.tabBadges()).toEqual({ 消息: '2' })
  expect((await she.call('countUnread', {})).unread).toBe(2)
  town.closeAll()
})

test('a row opens its matter, and all that was told of it is read', async () => {
  const phone = await inbox()
  const { number } = await she.call('getReport', { id: second })
  await phone.tap({ class: 'message', text: number })
  expect([phone.page(), phone.query().id]).toEqual(['reports/pages/show/index', second])
  await phone.back()
  await lookAgain(phone)
  expect(phone.tabBadges()).toEqual({ 消息: '1' })
  town.closeAll()
})

test('of what he has to answer, the urgent is told apart; nothing of hers is', async () => {
  const [leak, lamp] = await Promise.all([filedBy(she, '水管爆管'), filedBy(she)])
  const { items } = await worker.call('listInbox', {})
  expect([leak, lamp].map(id => items.find(it => it.matterId === id)?.urgent)).toEqual([true, false])
  expect((await she.call('listInbox', {})).items.map(it => it.urgent)).not.toContain(true)
  const his = await town.open('worker', { path: 'pages/inbox/index' })
  expect(his.screen().split('新任务\n紧急').length - 1).toBe(items.filter(it => it.urgent && !it.readAt).length)
  town.closeAll()
})
