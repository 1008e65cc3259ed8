import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

/** What of the lawyers' times can be handed on to others. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

test('a lecture can be handed on: the card says the day itself, and leads to the village, to nothing of hers', async () => {
  await resident(town, 'hands-on')
  const phone = await town.open('hands-on', { path: 'consultations/pages/find/index' })
  await phone.waitFor({ text: '普法讲座，还有 3 个座位', nth: 0 })
  await phone.tap({ text: '转发', nth: 0 })
  const [card] = phone.calls('share') as { title: string; path: string }[]
  expect(card?.title).toMatch(/^普法讲座：\d+月\d+日（周.）\d+:\d+–\d+:\d+，柳塘村 .+，免费听$/)
  expect(card?.path).toBe('/consultations/pages/find/index?village=t001v1')
})
