import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import { type Someone, tap } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, books, itIs, kindsTold } from '../booking.ts'

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
  const asker = await resident(town, openid)
  return { asker, id: await books(asker, at(adviser, when), { otherSide: '王富贵' }) }
}
const stateOf = async ({ asker, id }: { asker: Someone; id: string }) => (await asker.call('getBooking', { id })).state

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

test('he looks at one day, or at a week', async () => {
  const phone = await town.open('adviser', page('week'))
  expect(phone.screen()).toContain('周一 11月30日')
  await phone.tap('看一天')
  await phone.waitFor('后一天')
  expect(phone.screen()).not.toContain('周一 11月30日')
  await phone.tap('后一天')
  await phone.waitFor(() => phone.screen().includes('明天（周三）'))
  expect(phone.screen()).not.toContain('今天（周二）')
})

test('a conflict is passed with two taps, and she is asked to book another', async () => {
  const booked = await bookedBy('other-party', '2026-11-26 14:00')
  const phone = await town.open('adviser', { path: `consultations/pages/show/index?id=${booked.id}` })
  await phone.tap(button('有冲突，让出'))
  await phone.tap({ text: '有冲突，让出', class: 'grave' })
  await phone.waitFor('已取消')
  expect(await kindsTold(booked.asker)).toContain('booking-passed')
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
  expect(await kindsTold(booked.asker)).toContain('booking-called-off')
  await phone.visit('consultations/pages/hours/index')
  await phone.tap('销假')
  await phone.waitFor('没有请假')
})

test('he cannot come to one of them: two taps, and only that one is called off', async () => {
  const [one, other] = [
    await bookedBy('stood-up', '2026-11-26 14:00'),
    await bookedBy('not-stood-up', '2026-11-26 14:40'),
  ]
  const phone = await town.open('adviser', { path: `consultations/pages/show/index?id=${one.id}` })
  await phone.tap(button('这次去不了'))
  await phone.tap('去不了，取消')
  await phone.waitFor('已取消')
  expect([await stateOf(one), await stateOf(other)]).toEqual(['cancelled', 'booked'])
  expect(await kindsTold(one.asker)).toContain('booking-called-off')
  await other.asker.call('cancelBooking', tap(other.id))
  const { leaves } = await adviser.call('listOfficeHours', {})
  expect(leaves).toMatchObject([{ startsAt: '2026-11-26T06:00:00.000Z', endsAt: '2026-11-26T06:30:00.000Z' }])
  for (const { id } of leaves) await adviser.call('endLeave', { id })
})

test('somebody who walks in takes the next minutes', async () => {
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
  const asker = await resident(town, 'early')
  const monday = await asker.call('listSlots', { communityId: 't001v1', from: '2026-11-30', limit: 1 })
  expect(monday.items[0]).toMatchObject({ startsAt: '2026-11-30T11:00:00.000Z', endsAt: '2026-11-30T11:45:00.000Z' })
  await phone.tap({ label: `改：${old}` })
  await phone.tap({ class: 'cell', text: '到几点' })
  await phone.tap({ class: 'filter', text: '7:00' })
  expect(phone.screen()).toContain('结束时间要在开始时间之后')
  await phone.tap('取消')
  expect(phone.screen()).toContain(old)
})

test('he adds one single day, and takes it away again', async () => {
  const phone = await town.open('adviser', page('hours'))
  await phone.tap('只加一天')
  await phone.tap({ class: 'cell', text: '哪一天' })
  await phone.tap({ class: 'filter', text: '周日 11月29日' })
  await phone.tap('存好')
  const added = '周日 11月29日 19:00–21:00，柳塘村法律服务室，每人 30 分钟，中间休息 10 分钟'
  await phone.waitFor(() => phone.screen().includes(added))
  const asker = await resident(town, 'sunday')
  const free = await asker.call('listSlots', { communityId: 't001v1', from: '2026-11-29', limit: 1 })
  expect(free.items[0]).toMatchObject({ startsAt: '2026-11-29T11:00:00.000Z' })
  await phone.tap(button('去掉'))
  await phone.tap({ text: '去掉', class: 'grave' })
  await phone.waitFor(() => !phone.screen().includes(added))
})

test('the number that his village sees is his to set', async () => {
  const phone = await town.open('adviser', page('hours'))
  await phone.input('电话', '0571-12')
  await phone.tap(button('存好'))
  await phone.waitFor(() => phone.screen().includes('请填 11 位手机号，或带区号的座机'))
  await phone.input('电话', '0571-1234567')
  await phone.tap(button('存好'))
  await phone.waitFor(() => phone.screen().includes('已存好'))
  const { advisers } = await adviser.call('listVillageAdvisers', { communityId: 't001v1' })
  expect(advisers[0]?.phone).toBe('0571-1234567')
})

test('his calendar, and that of his village, each have a secret address: copied with one tap, and ended', async () => {
  const phone = await town.open('adviser', page('hours'))
  const copied = async (nth: number) => {
    await phone.tap('复制订阅地址')
    await phone.waitFor(() => phone.calls('setClipboardData').length === nth)
    return new URL(String(phone.calls('setClipboardData').at(-1)?.data)).pathname
  }
  const pathname = await copied(1)
  const read = (path = pathname) => town.world.api.fetch(new Request(`http://localhost${path}`))
  expect(await (await read()).text()).toContain('法律咨询日程')
  await phone.tap({ class: 'cell', text: '哪个日历' })
  await phone.tap({ class: 'filter', text: '柳塘村' })
  expect(await (await read(await copied(2))).text()).toContain('本村法律咨询')
  await phone.tap({ class: 'cell', text: '哪个日历' })
  await phone.tap({ class: 'filter', text: '我的日程' })
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
