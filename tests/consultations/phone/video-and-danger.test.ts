import { randomUUID } from 'node:crypto'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import { type Someone, tap } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, books, itIs } from '../booking.ts'
import { rooms } from '../furnish.ts'

/** A consultation by video, and a sentence that shows danger. */
let town: Phones
let adviser: Someone
beforeAll(async () => {
  town = await openPhones({ WECHAT_VIDEO: 'on' })
  adviser = await town.world.someone('adviser')
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const show = (id: string) => ({ path: `consultations/pages/show/index?id=${id}` })

test('signs of danger in her sentence show the numbers, and leave nothing on the phone', async () => {
  await resident(town, 'in-danger')
  const phone = await town.open('in-danger', { path: 'consultations/pages/find/index' })
  await phone.tap('今天（周二） 14:00–14:30，当面 法律服务室')
  await phone.waitFor('确认预约')
  await phone.input('想问什么事？一句话就行', '他又打了我')
  await phone.waitFor('先保证您的安全')
  await phone.tap({ label: '110 报警 有人正在伤害您，或马上要出事' })
  expect(phone.calls('makePhoneCall')).toMatchObject([{ phoneNumber: '110' }])
  await phone.hide()
  expect(JSON.stringify(phone.storage())).not.toContain('打了我')
  await phone.show()
  await phone.tap(button('不等预约，现在就问值班专人'))
  await phone.waitFor(() => phone.page() === 'questions/pages/new/index')
})

test('by video she waits on the page of her booking, and he calls; without an answer both have the telephone', async () => {
  const asker = await resident(town, 'far-away')
  await adviser.call('setExtraHours', {
    ...{ id: randomUUID(), communityId: 't001v1', placeId: rooms.hall.id, mode: 'video', day: '2026-11-29' },
    ...{ from: 540, to: 600, slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 30, capacity: 1 },
  })
  const id = await books(asker, at(adviser, '2026-11-29 09:00'))
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  const early = await town.open('far-away', show(id))
  expect(early.screen()).toContain('到时间请打开这个预约')
  expect(early.has('视频咨询')).toBe(false)
  await itIs(town.world, '2026-11-29 08:55')
  const askerPhone = await town.open('far-away', show(id))
  await askerPhone.waitFor('请停在这一页')
  expect(askerPhone.calls('setEnable1v1Chat')).toMatchObject([{ enable: true }])
  expect(askerPhone.has('改打电话')).toBe(true)
  const adviserPhone = await town.open('adviser', show(id))
  adviserPhone.will('join1v1Chat', false)
  await adviserPhone.tap(button('打视频给居民'))
  await adviserPhone.waitFor(() => adviserPhone.screen().includes('没有接通'))
  await adviserPhone.tap(button('打视频给居民'))
  expect(adviserPhone.calls('join1v1Chat').at(-1)).toMatchObject({
    ...{ roomType: 'video', caller: { openid: 'adviser' }, listener: { nickname: '居民', openid: 'far-away' } },
  })
})
