import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, books, itIs, kindsTold } from '../consultations/booking.ts'
import type { Someone } from '../support/world.ts'
import { openPhones, type Phones } from './phones.ts'
import { button, resident } from './steps.ts'

/** The lawyer's week and the township's view of it, on their own phones. */
let town: Phones
let adviser: Someone
beforeAll(async () => {
  town = await openPhones()
  adviser = await town.world.someone('adviser')
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const page = (name: string) => ({ path: `consultations/pages/${name}/index` })
const bookedBy = async (openid: string, when: string) => {
  const she = await resident(town, openid)
  return { she, id: await books(she, at(adviser, when), { otherSide: '王富贵' }) }
}
const stateOf = async ({ she, id }: { she: Someone; id: string }) => (await she.call('getBooking', { id })).state

test('his week shows who comes, but no reason before he has declared; then he records', async () => {
  const booked = await bookedBy('client', '2026-11-24 14:00')
  const phone = await town.open('adviser', page('week'))
  expect(phone.screen()).toContain('14:00–14:30')
  expect(phone.screen()).toContain('还没看事由')
  await phone.tap({ class: 'cell', text: '还没看事由' })
  expect(phone.screen()).toContain('对方：王富贵')
  expect(phone.screen()).not.toContain('借给邻居')
  await phone.tap('没有冲突，看事由')
  await phone.waitFor(() => phone.screen().includes('借给邻居的钱到期了他不还'))
  await itIs(town.world, '2026-11-24 14:20')
  await phone.hide()
  await phone.show()
  await phone.tap('记下：见过了')
  expect(phone.screen()).toContain('请选结果，并写一句')
  await phone.tap('当面答复')
  await phone.input('一句话', '可以起诉，讲了要带的材料')
  await phone.tap('记下：见过了')
  await phone.waitFor('等居民确认')
  expect(await stateOf(booked)).toBe('met')
})

test('a conflict is passed with two taps, and she is asked to book another', async () => {
  const booked = await bookedBy('other-party', '2026-11-26 14:00')
  const phone = await town.open('adviser', { path: `consultations/pages/show/index?id=${booked.id}` })
  await phone.tap(button('有冲突，让出'))
  await phone.tap({ text: '有冲突，让出', class: 'grave' })
  await phone.waitFor('已取消')
  expect(await kindsTold(booked.she)).toContain('booking-passed')
})

test('leave calls off what was booked, and says how many', async () => {
  const booked = await bookedBy('called-off', '2026-11-26 14:40')
  const phone = await town.open('adviser', page('week'))
  await phone.tap(button('请假'))
  await phone.tap({ class: 'cell', text: '从哪天' })
  await phone.tap({ class: 'filter', text: '后天（周四）' })
  await phone.tap({ text: '请假', class: 'main' })
  await phone.tap('确定请假，取消已约的')
  await phone.waitFor(() => phone.screen().includes('取消了 1 个预约，已通知居民'))
  expect(await stateOf(booked)).toBe('cancelled')
  expect(await kindsTold(booked.she)).toContain('booking-called-off')
  await phone.visit('consultations/pages/hours/index')
  await phone.tap('销假')
  await phone.waitFor('没有请假')
})

test('somebody at the door takes the next minutes', async () => {
  await itIs(town.world, '2026-11-24 15:30')
  const phone = await town.open('adviser', page('week'))
  await phone.tap(button('加一个现场来的人'))
  await phone.tap('20 分钟')
  await phone.tap('加上')
  await phone.waitFor('已加上')
  const { items } = await adviser.call('listWeek', { from: '2026-11-24' })
  expect(items.filter(item => item.kind === 'walk-in')).toHaveLength(1)
})

test('his hours are sentences; a new one is made of simple choices', async () => {
  const phone = await town.open('adviser', page('hours'))
  const old = '每周二 14:00–17:00，柳塘村法律服务室，每人 30 分钟，中间休息 10 分钟'
  expect(phone.screen()).toContain(old)
  await phone.tap('加一段时间')
  await phone.tap({ class: 'cell', text: '星期几' })
  await phone.tap('每周一')
  await phone.tap({ class: 'cell', text: '每人多久' })
  await phone.tap({ class: 'filter', text: '45 分钟' })
  expect(phone.screen()).toMatch(/每周一 19:00–21:00，柳塘村.+，每人 45 分钟，中间休息 10 分钟/)
  await phone.tap('存好')
  await phone.waitFor('已存好')
  const she = await resident(town, 'early')
  const monday = await she.call('listSlots', { communityId: 't001v1', from: '2026-11-30', limit: 1 })
  expect(monday.items[0]).toMatchObject({ startsAt: '2026-11-30T11:00:00.000Z', endsAt: '2026-11-30T11:45:00.000Z' })
  await phone.tap({ label: `改：${old}` })
  await phone.tap({ class: 'cell', text: '到几点' })
  await phone.tap({ class: 'filter', text: '7:00' })
  expect(phone.screen()).toContain('结束时间要在开始时间之后')
  await phone.tap('取消')
  expect(phone.screen()).toContain(old)
})

test('the number that his village sees is his to set', async () => {
  const phone = await town.open('adviser', page('hours'))
  await phone.input('公开的联系电话', '0571-12')
  await phone.tap(button('存好电话'))
  await phone.waitFor(() => phone.screen().includes('请填 11 位手机号，或带区号的座机'))
  await phone.input('公开的联系电话', '0571-1234567')
  await phone.tap(button('存好电话'))
  await phone.waitFor(() => phone.screen().includes('已存好'))
  const { advisers } = await adviser.call('listVillageAdvisers', { communityId: 't001v1' })
  expect(advisers[0]?.phone).toBe('0571-1234567')
})

test('the township sees which village had nothing, in words, first; and gives a place its code', async () => {
  const phone = await town.open('justice', page('coverage'))
  await phone.waitFor('2026 年 11 月')
  expect(phone.screen()).toContain('本月还没有服务')
  expect(phone.screen().indexOf('石桥村')).toBeLessThan(phone.screen().indexOf('柳塘村'))
  await phone.tap('登记一个咨询地点')
  await phone.tap({ text: '石桥村', class: 'cell' })
  await phone.input('地点叫什么', '祠堂')
  await phone.tap(button('登记'))
  await phone.waitFor(() => phone.screen().includes('墙上的签到码是'))
  expect(phone.find({ class: 'number' })).toBeDefined()
})

test('his calendar has a secret address: copied with one tap, and ended', async () => {
  const phone = await town.open('adviser', page('hours'))
  await phone.tap('复制订阅地址')
  await phone.waitFor(() => phone.calls('setClipboardData').length === 1)
  const { pathname } = new URL(String(phone.calls('setClipboardData')[0]?.data))
  const read = () => town.world.api.fetch(new Request(`http://localhost${pathname}`))
  expect(await (await read()).text()).toContain('BEGIN:VCALENDAR')
  expect(phone.screen()).not.toContain(pathname)
  await phone.tap({ label: '停用日历订阅' })
  await phone.waitFor(() => phone.screen().includes('已停用'))
  expect((await read()).status).toBe(404)
})

test('the township opens the record as a table; paper is for the computer', async () => {
  const phone = await town.open('justice', page('coverage'))
  await phone.tap('导出表格')
  await phone.waitFor(() => phone.calls('openDocument').length === 1)
  expect(phone.calls('openDocument')[0]).toMatchObject({ fileType: 'xlsx', showMenu: true })
  expect(phone.screen()).toContain('请在电脑上打印')
  expect(phone.has('打印这个月的记录')).toBe(false)
})

test('nobody else is let in', async () => {
  for (const name of ['week', 'hours', 'coverage']) {
    const phone = await town.open('worker', page(name))
    expect(phone.screen()).toContain('这里仅限法律顾问和司法所')
  }
})
