import { randomUUID } from 'node:crypto'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { asked, clearLeft } from './answering.ts'

/** The first screen of a lawyer begins with the question that waits for him. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(async () => {
  town.closeAll()
  await clearLeft()
})
afterAll(() => town.close())

test('with nothing waiting he reads one quiet sentence', async () => {
  expect((await town.open('adviser')).screen()).toContain('现在没有等您答复的咨询')
  expect((await town.open('resident')).screen()).not.toContain('现在没有等您答复的咨询')
})

test('what waits stands there with village and time but no word of hers, and leads to the gate', async () => {
  const { id } = await asked(town, 'waiting-one')
  const phone = await town.open('adviser')
  for (const said of ['等您答复的', '借贷', '柳塘村', '答复还剩 ', '刚刚提问']) expect(phone.screen()).toContain(said)
  for (const secret of ['两万块', '王富贵']) expect(phone.screen()).not.toContain(secret)
  await phone.tap(button('看看能不能接'))
  expect([phone.page(), phone.query().id]).toEqual(['questions/pages/card/index', id])
})

test('what he holds comes before what he may take', async () => {
  const { id } = await asked(town, 'held-one')
  const adviser = await town.world.someone('adviser')
  await adviser.call('claimQuestion', { id, eventId: randomUUID(), noConflict: true })
  await asked(town, 'waiting-two')
  const phone = await town.open('adviser')
  expect(phone.screen()).toContain('您正在答的')
  await phone.tap(button('继续答'))
  expect([phone.page(), phone.query().id]).toEqual(['questions/pages/handle/index', id])
})
