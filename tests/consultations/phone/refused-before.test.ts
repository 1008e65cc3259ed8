import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, books } from '../booking.ts'

/** What she once kept from the service, and wants to use now after all. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

test.each([
  ['an ordinary phone', false],
  ['an old iPhone, on which a promise is no tap any more', true],
])('a calendar that she refused before is opened in the settings, and then written to, on %s', async (name, ios15) => {
  const adviser = await town.world.someone('adviser')
  const id = await books(await resident(town, name), at(adviser, ios15 ? '2026-11-24 14:40' : '2026-11-24 14:00'))
  const phone = await town.open(name, { path: `consultations/pages/show/index?id=${id}`, shape: { ios15 } })
  phone.device.scopes.set('scope.addPhoneCalendar', false)
  const adding = phone.tap('加到手机日历')
  await phone.waitFor(() => phone.dialog() !== undefined)
  expect(phone.dialog()?.options).toMatchObject({ title: '没有允许用手机日历', confirmText: '去设置' })
  phone.will('openSetting', { 'scope.addPhoneCalendar': true })
  await phone.answer('去设置')
  await phone.waitFor(() => phone.dialog()?.options.title === '手机日历可以用了')
  await Promise.all([phone.answer('继续'), adding])
  await phone.waitFor('已加到手机日历')
  expect(phone.calls('addPhoneCalendar')).toHaveLength(1)
})

test('the calendar is asked for with its own purpose, not with that of a photo', async () => {
  const adviser = await town.world.someone('adviser')
  const id = await books(await resident(town, 'calendar-words'), at(adviser, '2026-11-26 14:00'))
  const path = `consultations/pages/show/index?id=${id}`
  const phone = await town.open('calendar-words', { path, privacy: { agreed: false } })
  const adding = phone.tap('加到手机日历')
  await phone.waitFor('只把约好的时间写进手机日历，不看日历里别的内容。')
  expect(phone.screen()).not.toContain('照片')
  await Promise.all([phone.tap('同意并继续'), adding])
  await phone.waitFor('已加到手机日历')
})
