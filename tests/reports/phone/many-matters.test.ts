import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { everyNode, textOf } from '@huiyin/tests/support/weapp/tree.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filedBy } from './steps.ts'

let town: Phones
beforeAll(async () => {
  town = await openPhones()
  const she = await resident(town, 'resident')
  for (let n = 0; n < 27; n++) await filedBy(she, `第 ${n} 盏路灯不亮`)
})
afterAll(() => town.close())

test('every field has a name for the ear', async () => {
  const phone = await town.open('resident', { path: 'reports/pages/new/index' })
  const fields = everyNode(phone.find({ class: 'hy' })).filter(node => ['input', 'textarea'].includes(node.tag))
  expect(fields.map(field => field.attrs.ariaLabel)).toEqual(['说一句', '具体位置（可不填）'])
})

test('the list of many matters is turned page by page, and one page is what the phone has to carry', async () => {
  const phone = await town.open('resident', { path: 'reports/pages/mine/index' })
  const cards = () => phone.findAll({ class: 'report-card' }).map(textOf)
  const first = cards()
  expect(first).toHaveLength(20)
  expect(phone.has('上一页')).toBe(false)
  await phone.tap('下一页')
  await phone.waitFor(() => cards().length === 7)
  expect([phone.has('第 2 页'), phone.has('下一页'), cards().some(it => first.includes(it))]).toEqual([
    true,
    false,
    false,
  ])
  await phone.tap('上一页')
  await phone.waitFor(() => cards().length === 20)
  expect(cards()).toEqual(first)
  const { largestBytes, nodes } = phone.figures()
  expect([largestBytes <= 50_000, nodes <= 600]).toEqual([true, true])
})

test('a page whose last matter went elsewhere while it lay open gives way to the one before it', async () => {
  const phone = await town.open('resident', { path: 'reports/pages/mine/index' })
  await phone.tap('下一页')
  await phone.waitFor(() => phone.has('第 2 页'))
  town.line.meet = (asked, request) =>
    asked === 'GET /api/reports/mine' && new URL(request.url).searchParams.has('cursor')
      ? Response.json({ items: [] })
      : undefined
  await town.pass(1)
  await phone.waitFor(() => phone.findAll({ class: 'report-card' }).length === 20)
  expect(phone.has('第 2 页')).toBe(false)
  town.line.meet = undefined
})

test('the newest three stand on the home page, and the way to all of them beside', async () => {
  const phone = await town.open('resident')
  await phone.waitFor(() => phone.findAll({ class: 'report-card' }).length === 3)
  await phone.tap({ label: '全部我的事项' })
  await phone.waitFor(() => phone.findAll({ class: 'report-card' }).length === 20)
  expect(phone.page()).toBe('reports/pages/mine/index')
})
