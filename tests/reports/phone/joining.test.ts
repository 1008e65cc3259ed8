import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { filedBy, onlyReportOf, reportsOf } from './steps.ts'

let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

test('an open matter close by is shown before she sends, without a word or name of the neighbour', async () => {
  const neighbour = await resident(town, 'neighbour')
  await filedBy(neighbour, '五楼卫生间漏水，我姓王')
  await resident(town, 'looker', 't001v1g1b2')
  const phone = await town.open('looker')
  await phone.tap('报问题')
  expect(phone.screen()).toContain('附近已经有人报过')
  expect(phone.screen()).toMatch(/漏水堵水\n等人接手\n柳塘村 1号楼 · 约 \d+ 米/)
  expect(phone.screen()).not.toMatch(/我姓王|五楼/)
  expect(phone.findAll({ tag: 'image' })).toEqual([])
})

test('「我也遇到」 joins it with one tap; nothing is filed twice and what she wrote is not left over', async () => {
  const neighbour = await resident(town, 'first', 't001v2g1b1')
  const id = await filedBy(neighbour, '路灯不亮', 't001v2g1b1')
  const she = await resident(town, 'joiner', 't001v2g1b2')
  const phone = await town.open('joiner')
  await phone.tap('报问题')
  await phone.input('说一句', '灯坏了')
  await phone.tap('我也遇到')
  await phone.waitFor('办到哪一步')
  expect(phone.page()).toBe('reports/pages/show/index')
  expect(phone.query()).toEqual({ id })
  expect((await onlyReportOf(neighbour)).joiners).toBe(1)
  expect((await reportsOf(she)).map(card => card.id)).toEqual([id])
  await phone.back()
  expect(phone.screen()).not.toContain('有一件没写完')
  expect(phone.screen()).toContain('等人接手')
})

test('who has joined is told so, not asked again, and hears of every step', async () => {
  const neighbour = await resident(town, 'second', 't001v2g2b1')
  const id = await filedBy(neighbour, '井盖松了', 't001v2g2b1')
  const she = await resident(town, 'follower', 't001v2g2b2')
  const phone = await town.open('follower')
  await phone.tap('报问题')
  await phone.tap('我也遇到')
  await phone.waitFor('办到哪一步')
  await phone.back()
  town.world.clock.forward(1)
  await phone.tap('报问题')
  await phone.waitFor('已跟进')
  expect(phone.has('我也遇到')).toBe(false)
  const lead = await town.world.someone('lead-next-village')
  await lead.call('acceptReport', { id, eventId: crypto.randomUUID() })
  expect((await she.call('listAlerts', {})).items[0]).toMatchObject({ kind: 'report-accepted' })
})

test('who has joined what is then taken back reads so, and files his own from there', async () => {
  const neighbour = await resident(town, 'third', 't001v1g2b1')
  const id = await filedBy(neighbour, '墙皮掉了', 't001v1g2b1')
  const she = await resident(town, 'left-alone', 't001v1g2b2')
  await she.call('joinReport', { id, eventId: crypto.randomUUID() })
  await neighbour.call('withdrawReport', { id, eventId: crypto.randomUUID() })
  const phone = await town.open('left-alone')
  await phone.tapTab('消息')
  await phone.tap('上报人已撤回')
  await phone.waitFor('这件事不再办理')
  await phone.tap('我那里还没好，自己报一次')
  expect(phone.page()).toBe('reports/pages/new/index')
})

test('far away nothing is shown', async () => {
  await resident(town, 'far-away', 't002v1g1b1')
  const phone = await town.open('far-away')
  await phone.tap('报问题')
  expect(phone.screen()).not.toContain('附近已经有人报过')
})
