import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { tap } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, books, itIs } from '../booking.ts'
import { rooms } from '../furnish.ts'

/** The resident's side of a consultation, on a phone that runs the compiled mini-program. The days go by from test to test. */
let town: Phones
let adviser: Someone
beforeAll(async () => {
  town = await openPhones()
  adviser = await town.world.someone('adviser')
})
afterEach(() => {
  town.closeAll()
  town.line.asked.length = 0
})
afterAll(() => town.close())

const today = (times: string) => `今天（周二） ${times}，当面 法律服务室`
const bookingsOf = async (someone: Someone) => (await someone.call('listMyBookings', {})).items
const show = (id: string) => ({ path: `consultations/pages/show/index?id=${id}` })

/** From the home page to the time that is kept for her. */
const keep = async (openid: string, slot: string) => {
  const asker = await resident(town, openid)
  const phone = await town.open(openid)
  await phone.tap('约律师当面谈')
  await phone.waitFor(slot)
  await phone.tap(slot)
  await phone.waitFor('确认预约')
  return { asker, phone }
}
const confirm = async (phone: Miniprogram) => {
  await phone.tap(button('确认预约'))
  await phone.waitFor(() => phone.page() === 'consultations/pages/show/index' && phone.has('已约好'))
}

test('four taps from the home page: 约律师, a time, a reason, 确认预约', async () => {
  const { asker, phone } = await keep('four-taps', today('14:00–14:30'))
  for (const said of ['14:00–14:30', '柳塘村 法律服务室', '法律顾问 周文，明理律师事务所'])
    expect(phone.screen(), said).toContain(said)
  await phone.tap('借钱不还')
  await confirm(phone)
  for (const said of ['借钱不还', '到现场签到', '开始前 30 分钟起']) expect(phone.screen(), said).toContain(said)
  expect(await bookingsOf(asker)).toMatchObject([{ state: 'booked', startsAt: '2026-11-24T06:00:00.000Z' }])
  expect(JSON.stringify(phone.storage())).not.toContain('借钱不还')
})

test('she reads who the lawyer is, when he is there, and when he comes next', async () => {
  await resident(town, 'reader')
  const phone = await town.open('reader', { path: 'consultations/pages/find/index' })
  for (const said of ['周文', '明理律师事务所', '每周二 14:00–17:00 法律服务室', '每周五 9:00–11:00 电话', '下次到村'])
    expect(phone.screen(), said).toContain(said)
  expect(phone.screen()).toContain('普法讲座，还有 3 个座位')
  await phone.tap('换一位律师，看看邻村的')
  await phone.waitFor(() => phone.screen().includes('法律顾问 沈岚'))
  expect(phone.screen()).toContain('石桥村 法律服务室')
})

test('what is missing is said before anything is sent; an old neighbour is asked first', async () => {
  const { phone } = await keep('careful', today('14:40–15:10'))
  await phone.tap(button('确认预约'))
  expect(phone.screen()).toContain('请写一句，或点一个')
  await phone.input('想问什么事？一句话就行', '儿子不给生活费')
  await phone.tap('替家里老人约')
  await phone.tap(button('确认预约'))
  expect(phone.screen()).toContain('请写老人的名字')
  await phone.input('老人叫什么', '王桂兰')
  await phone.tap(button('确认预约'))
  expect(phone.screen()).toContain('请先问过老人')
  await phone.tap('他同意我替他约')
  await confirm(phone)
  expect(phone.screen()).toContain('替 王桂兰 约的')
})

test('the kept time is said in words, and made longer with one tap', async () => {
  const { phone } = await keep('slow', today('15:20–15:50'))
  expect(phone.screen()).toContain('还剩 9 分钟')
  town.world.clock.forward(6)
  await lookAgain(phone)
  await phone.tap('再留 10 分钟')
  await phone.waitFor(() => phone.screen().includes('又留了 10 分钟'))
  expect(phone.screen()).toContain('还剩 9 分钟')
  await phone.tap(button('换个时间'))
  await phone.waitFor(today('15:20–15:50'))
})

test('stolen while she wrote: three other times as buttons, and her words come along', async () => {
  const { asker, phone } = await keep('robbed', today('15:20–15:50'))
  await phone.input('想问什么事？一句话就行', '邻居占了我家的地')
  town.world.clock.forward(11)
  await town.world.api.chores()
  const quicker = await town.world.someone('quicker')
  const theirs = await books(quicker, at(adviser, '2026-11-24 15:20'))
  await phone.tap(button('确认预约'))
  await phone.waitFor('这个时间刚被约走了')
  expect(phone.findAll({ class: 'slot', within: phone.find({ class: 'sheet' }) })).toHaveLength(3)
  await phone.tap({ label: `${today('16:00–16:30').replace('当面', '当面 柳塘村')}，法律顾问 周文` })
  await phone.waitFor(() => phone.screen().includes('16:00–16:30') && phone.has('确认预约'))
  expect(String(phone.find({ tag: 'textarea' }).attrs.value)).toBe('邻居占了我家的地')
  await confirm(phone)
  expect((await bookingsOf(asker)).filter(it => it.state === 'booked')).toMatchObject([
    { startsAt: '2026-11-24T08:00:00.000Z' },
  ])
  await quicker.call('cancelBooking', tap(theirs))
})

test('against her own committee: another lawyer, and the time is let go', async () => {
  const { asker, phone } = await keep('against', today('15:20–15:50'))
  await phone.tap('土地、房屋')
  await phone.tap('对方是本村村委会')
  await phone.tap(button('确认预约'))
  await phone.waitFor('看别的律师的时间')
  await phone.tap('看别的律师的时间')
  await phone.waitFor(() => phone.screen().includes('法律顾问 沈岚'))
  expect(await bookingsOf(asker)).toMatchObject([{ state: 'cancelled' }])
})

test('she moves it with one tap on another time, and puts it into her calendar', async () => {
  const asker = await resident(town, 'mover')
  const id = await books(asker, at(adviser, '2026-11-26 14:00'))
  const phone = await town.open('mover', show(id))
  await phone.tap('改时间')
  expect(phone.screen()).toContain('后天（周四） 14:00–14:30，新时间约到了才放开')
  await phone.tap('后天（周四） 14:40–15:10，当面 法律服务室')
  await phone.waitFor(() => phone.screen().includes('改了时间'))
  expect(phone.screen()).toContain('14:40–15:10')
  await phone.tap('加到手机日历')
  const [entry] = phone.calls('addPhoneCalendar')
  expect(entry).toMatchObject({ startTime: Date.parse('2026-11-26T06:40:00Z') / 1000, location: '柳塘村 法律服务室' })
  expect(JSON.stringify(entry)).not.toContain('借')
})

test('cancelling takes two taps, and a slip of the thumb is taken back', async () => {
  const asker = await resident(town, 'canceller')
  const id = await books(asker, at(adviser, '2026-11-26 15:20'))
  const phone = await town.open('canceller', { path: 'consultations/pages/mine/index' })
  await phone.tap({ class: 'booking-card' })
  await phone.tap(button('取消'))
  await phone.tap('先不取消')
  expect((await asker.call('getBooking', { id })).state).toBe('booked')
  await phone.tap(button('取消'))
  await phone.tap('取消预约')
  await phone.waitFor({ text: '已取消', class: 'tag' })
  expect((await asker.call('getBooking', { id })).state).toBe('cancelled')
  expect(phone.has('再约一次')).toBe(true)
})

test('she checks in with the code on the poster, and says herself that it took place', async () => {
  const asker = await resident(town, 'visitor')
  const id = await books(asker, at(adviser, '2026-11-26 16:00'))
  await itIs(town.world, '2026-11-26 15:40')
  const phone = await town.open('visitor', show(id))
  phone.will('scanCode', rooms.hall.code)
  await phone.tap('到了，扫码签到')
  await phone.waitFor(() => phone.screen().includes('这不是您预约的地点'))
  phone.will('scanCode', `https://town.example/?place=${rooms.legal.code}`)
  await phone.tap('到了，扫码签到')
  await phone.waitFor('已签到')
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  await itIs(town.world, '2026-11-26 16:20')
  await adviser.call('recordBooking', { ...tap(id), words: '讲了要带的材料', outcome: 'answered' })
  await lookAgain(phone)
  await phone.tap('好')
  await phone.tap(button('见过了'))
  await phone.waitFor('已完成')
  expect(await asker.call('getBooking', { id })).toMatchObject({ state: 'confirmed', rated: true })
})

test('she was there and he was not: she says so, and the township will see it', async () => {
  await itIs(town.world, '2026-11-30 13:00')
  const asker = await resident(town, 'in-vain')
  const id = await books(asker, at(adviser, '2026-12-03 14:00'))
  await itIs(town.world, '2026-12-03 14:16')
  const phone = await town.open('in-vain', show(id))
  await phone.waitFor('律师还没有来？')
  await phone.tap(button('律师没有来'))
  await phone.tap('是的，没有见成')
  await phone.waitFor('没有见成')
  expect((await asker.call('getBooking', { id })).state).toBe('missed')
})

test('whoever opens the poster has arrived; without a booking the way to one is shown', async () => {
  await itIs(town.world, '2026-12-07 13:00')
  const asker = await resident(town, 'poster')
  const id = await books(asker, at(adviser, '2026-12-08 14:00'))
  await itIs(town.world, '2026-12-08 13:45')
  const poster = { path: `consultations/pages/check-in/index?scene=${rooms.legal.code}` }
  const phone = await town.open('poster', poster)
  await phone.waitFor('签到好了')
  expect((await asker.call('getBooking', { id })).state).toBe('here')
  const stranger = await town.open('stranger', poster)
  await stranger.waitFor('今天没有您的预约')
  expect(stranger.has('约律师')).toBe(true)
})
