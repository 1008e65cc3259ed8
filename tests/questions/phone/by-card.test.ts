import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, test } from 'vitest'

/** Who came in by a card that somebody has handed on. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

test('who came in by the card of a village is asked for none: it is that one, until she has a home of her own', async () => {
  const phone = await town.open('by-card', { path: 'pages/home/index?village=t001v2' })
  await phone.tap('问律师')
  await phone.waitFor('石桥村')
  await resident(town, 'has-a-home')
  const hers = await town.open('has-a-home', { path: 'pages/home/index?village=t001v2' })
  await hers.tap('问律师')
  await hers.waitFor('柳塘村')
})
