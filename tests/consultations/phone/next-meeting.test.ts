import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, books, itIs } from '../booking.ts'

/** The first screen of a lawyer tells whom he meets next, when and where. */
let town: Phones
let adviser: Someone
beforeAll(async () => {
  town = await openPhones()
  adviser = await town.world.someone('adviser')
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

test('nobody has booked: no meeting is named', async () => {
  expect((await town.open('adviser')).screen()).not.toContain('下一次见面')
})

test('the next meeting stands there with time and place, without a reason, and leads to it', async () => {
  const asker = await resident(town, 'client')
  const id = await books(asker, at(adviser, '2026-11-24 14:00'), { otherSide: '王富贵' })
  const phone = await town.open('adviser')
  expect(phone.screen()).toContain('下一次见面\n今天 14:00\n柳塘村 ')
  for (const secret of ['王富贵', '借给邻居']) expect(phone.screen()).not.toContain(secret)
  await phone.tap(button('看安排'))
  expect([phone.page(), phone.query().id]).toEqual(['consultations/pages/show/index', id])
})

test('a meeting that is over is not the next one', async () => {
  await itIs(town.world, '2026-11-24 15:00')
  expect((await town.open('adviser')).screen()).not.toContain('下一次见面')
})
