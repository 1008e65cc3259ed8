import { randomUUID } from 'node:crypto'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, books, kindsTold, shanghai } from '../booking.ts'
import { rooms } from '../furnish.ts'

/** What the township's justice office sees of its lawyers, and does for them, on its own phone. */
let town: Phones
let adviser: Someone
beforeAll(async () => {
  town = await openPhones()
  adviser = await town.world.someone('adviser')
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const coverage = { path: 'consultations/pages/coverage/index' }

test('the township sees which village had nothing, in words, first; and gives a place its code', async () => {
  const startsAt = shanghai('2026-11-24 09:00').toISOString()
  await adviser.call('addWalkIn', { id: randomUUID(), placeId: rooms.legal.id, startsAt, minutes: 30 })
  const phone = await town.open('justice', coverage)
  await phone.waitFor('2026 年 11 月')
  expect(phone.screen()).toContain('本月还没有服务')
  expect(phone.screen().indexOf('石桥村')).toBeLessThan(phone.screen().indexOf('柳塘村'))
  expect(phone.screen()).toContain('2 个村（社区）：1 个还没有服务')
  await phone.tap('顾问和地点')
  await phone.tap('咨询地点和签到码')
  expect(phone.screen()).toContain('签到码贴在门口')
  await phone.tap({ label: '签到码存到相册：柳塘村 议事厅' })
  await phone.waitFor(() => phone.calls('saveImageToPhotosAlbum').length === 1)
  expect(phone.screen()).toContain('已存到相册')
  await phone.tap('登记一个咨询地点')
  await phone.tap({ text: '石桥村', class: 'cell' })
  await phone.input('地点叫什么', '祠堂')
  await phone.tap(button('登记'))
  await phone.waitFor(() => phone.screen().includes('石桥村 祠堂'))
})

test('the lawyer lies ill: the justice office enters his leave, and those who had booked hear of it', async () => {
  const asker = await resident(town, 'left-waiting')
  const id = await books(asker, at(adviser, '2026-11-26 14:40'))
  const phone = await town.open('justice', coverage)
  await phone.tap('顾问和地点')
  await phone.tap('法律顾问请假')
  await phone.tap('登记请假：周文')
  await phone.tap({ class: 'cell', text: '从哪天' })
  await phone.tap({ class: 'filter', text: '后天（周四）' })
  await phone.tap({ text: '请假', class: 'main' })
  await phone.tap('确定请假，取消已约的')
  await phone.waitFor(() => phone.screen().includes('取消了 1 个预约，已通知居民'))
  expect((await asker.call('getBooking', { id })).state).toBe('cancelled')
  await phone.waitFor(() => phone.screen().includes('后天（周四）'))
  await phone.tap('销假')
  await phone.waitFor(() => !phone.screen().includes('销假'))
  expect(await kindsTold(adviser)).toEqual(expect.arrayContaining(['leave-entered', 'leave-ended']))
})
