import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { everyNode } from '@huiyin/tests/support/weapp/tree.ts'
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

test('the list of many matters grows by 看更多', async () => {
  const phone = await town.open('resident', { path: 'reports/pages/mine/index' })
  expect(phone.findAll({ class: 'report-card' })).toHaveLength(20)
  await phone.tap('看更多')
  await phone.waitFor(() => phone.findAll({ class: 'report-card' }).length === 27)
  expect(phone.has('看更多')).toBe(false)
})
