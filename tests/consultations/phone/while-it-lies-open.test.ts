import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import { type Someone, tap, tuesdayMorning } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, books } from '../booking.ts'

/** A page lies open, and meanwhile the kept time runs out, a time begins, or the other side calls it off. */
let town: Phones
let adviser: Someone
beforeAll(async () => {
  town = await openPhones()
  adviser = await town.world.someone('adviser')
})
afterEach(() => {
  town.closeAll()
  town.world.clock.now = tuesdayMorning
})
afterAll(() => town.close())

const today = (times: string) => `今天（周二） ${times}，当面 法律服务室`
const find = { path: 'consultations/pages/find/index' }
const show = (id: string) => ({ path: `consultations/pages/show/index?id=${id}` })

const keep = async (openid: string, slot: string) => {
  const she = await resident(town, openid)
  const phone = await town.open(openid, find)
  await phone.waitFor(slot)
  await phone.tap(slot)
  await phone.waitFor('确认预约')
  const [held] = (await she.call('listMyBookings', {})).items
  return { she, phone, id: held?.id ?? '' }
}

test('the kept time runs out while she writes: she is told, her words stay, and it is still hers if nobody took it', async () => {
  const { she, phone, id } = await keep('ponders', today('14:00–14:30'))
  await phone.input('想问什么事？一句话就行', '邻居占了我家的地')
  await town.pass(4)
  expect(phone.screen()).toContain('还剩 5 分钟')
  await town.pass(7)
  expect(phone.screen()).toContain('留的时间过了')
  expect(phone.screen()).not.toContain('还剩')
  expect(phone.has(button('再留 10 分钟'))).toBe(false)
  await town.world.api.chores()
  await town.pass(1)
  expect(phone.screen()).toContain('留的时间过了')
  expect(phone.find({ tag: 'textarea' }).attrs.value).toBe('邻居占了我家的地')
  await phone.tap(button('确认预约'))
  await phone.waitFor(() => phone.page() === 'consultations/pages/show/index')
  expect((await she.call('getBooking', { id })).state).toBe('booked')
  await she.call('cancelBooking', tap(id))
})

test('she comes back to a kept time that is over: told at once, without a network', async () => {
  const { she, phone, id } = await keep('back-late', today('14:00–14:30'))
  await phone.hide()
  await phone.network('none')
  town.world.clock.forward(12)
  await phone.show()
  expect(phone.screen()).toContain('留的时间过了')
  await she.call('cancelBooking', tap(id)).catch(() => undefined)
})

test('he goes on leave while she writes: the page says that it is called off, and her words wait for another time', async () => {
  const { phone } = await keep('called-off', today('14:40–15:10'))
  await phone.input('想问什么事？一句话就行', '借条没写日期')
  const leave = crypto.randomUUID()
  const [startsAt, endsAt] = ['2026-11-24T06:00:00.000Z', '2026-11-24T10:00:00.000Z']
  await adviser.call('addLeave', { id: leave, startsAt, endsAt })
  await phone.waitFor('这个时间已经取消')
  expect(phone.screen()).toContain('您写的还在')
  await adviser.call('endLeave', { id: leave })
  await phone.tap(button('重新选时间'))
  await phone.waitFor(today('16:00–16:30'))
  await phone.tap(today('16:00–16:30'))
  await phone.waitFor('确认预约')
  expect(phone.find({ tag: 'textarea' }).attrs.value).toBe('借条没写日期')
  await phone.tap(button('换个时间'))
})

test('a time that has begun is not offered any more, though the list lay open without a network', async () => {
  await resident(town, 'stares')
  const phone = await town.open('stares', find)
  await phone.waitFor(today('14:00–14:30'))
  await phone.network('none')
  await town.pass(4 * 60 + 1)
  expect(phone.has(today('14:00–14:30'))).toBe(false)
  expect(phone.has(today('14:40–15:10'))).toBe(true)
})

test('what somebody else books goes from the list that lies open', async () => {
  await resident(town, 'watches')
  const phone = await town.open('watches', find)
  await phone.waitFor(today('15:20–15:50'))
  const other = await town.world.someone('other')
  const id = await books(other, at(adviser, '2026-11-24 15:20'))
  await phone.waitFor(() => !phone.has(today('15:20–15:50')))
  await other.call('cancelBooking', tap(id))
})

test('it is too late to move it while she chooses: told so, and the old time stands', async () => {
  const she = await resident(town, 'dawdles')
  const id = await books(she, at(adviser, '2026-11-24 14:00'))
  const phone = await town.open('dawdles', { path: `consultations/pages/find/index?move=${id}` })
  await phone.waitFor('新时间约到了才放开')
  await town.pass(4 * 60 - 10)
  await phone.waitFor(() => !phone.screen().includes('新时间约到了才放开'))
  expect((await she.call('getBooking', { id })).state).toBe('booked')
})

test('from half an hour before she can check in, without opening the page anew; after the end not any more', async () => {
  const she = await resident(town, 'early-bird')
  const id = await books(she, at(adviser, '2026-11-24 15:20'))
  const phone = await town.open('early-bird', show(id))
  expect(phone.has('到了，扫码签到')).toBe(false)
  await town.pass(4 * 60 + 51)
  await phone.waitFor('到了，扫码签到')
  await town.pass(60)
  await phone.waitFor(() => !phone.has('到了，扫码签到'))
})

test('he cannot say 去不了 any more once it has begun, on a page that lay open', async () => {
  const she = await resident(town, 'visited')
  const id = await books(she, at(adviser, '2026-11-24 16:00'))
  const phone = await town.open('adviser', show(id))
  await phone.waitFor('这次去不了')
  await town.pass(6 * 60 + 1)
  expect(phone.has('这次去不了')).toBe(false)
})

test('a push about a kept time that is booked already leads on to the booking', async () => {
  const she = await resident(town, 'done-already')
  const id = await books(she, at(adviser, '2026-11-26 14:40'))
  const phone = await town.open('done-already', { path: `consultations/pages/book/index?id=${id}` })
  await phone.waitFor(() => phone.page() === 'consultations/pages/show/index')
  expect(phone.has(button('确认预约'))).toBe(false)
})
