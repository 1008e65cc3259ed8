import { randomUUID } from 'node:crypto'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { kindsTold, shanghai } from '../booking.ts'

/** 候补, on a phone: the lawyer is away, so that nothing of the village is free. */
let town: Phones
let adviser: Someone
let leave: string
beforeAll(async () => {
  town = await openPhones()
  adviser = await town.world.someone('adviser')
})
beforeEach(async () => {
  leave = randomUUID()
  const [startsAt, endsAt] = ['2026-11-24 00:00', '2027-01-20 00:00'].map(it => shanghai(it).toISOString())
  await adviser.call('addLeave', { id: leave, startsAt: startsAt ?? '', endsAt: endsAt ?? '' })
})
afterEach(async () => {
  await adviser.call('endLeave', { id: leave }).catch(() => undefined)
  town.closeAll()
})
afterAll(() => town.close())

const join = '有空出来的时间就告诉我'
const find = { path: 'consultations/pages/find/index' }
const open = async (openid: string) => {
  const asker = await resident(town, openid)
  const phone = await town.open(openid, find)
  await phone.waitFor('近期没有空的时间')
  return { asker, phone }
}

test('she is told of a time that became free, and finds it kept for her', async () => {
  const { asker, phone } = await open('patient')
  await phone.tap(button(join))
  await phone.waitFor('正在候补')
  expect(phone.screen()).toContain('今天（周二） 到 周二 12月8日')
  expect(phone.has(join)).toBe(false)
  expect(phone.calls('requestSubscribeMessage')).toHaveLength(1)
  await adviser.call('endLeave', { id: leave })
  await town.world.api.chores()
  expect(await kindsTold(asker)).toContain('booking-offered')
  await phone.visit('consultations/pages/mine/index')
  await phone.tap(button('替您留了一个时间'))
  await phone.waitFor('确认预约')
  await phone.tap('借钱不还')
  await phone.tap(button('确认预约'))
  await phone.waitFor(() => phone.page() === 'consultations/pages/show/index')
  expect((await asker.call('listWaitlist', {})).items).toEqual([])
})

test('where something is free only later, she waits for something sooner', async () => {
  await adviser.call('endLeave', { id: leave })
  leave = randomUUID()
  const [startsAt, endsAt] = ['2026-11-24 00:00', '2026-12-01 00:00'].map(it => shanghai(it).toISOString())
  await adviser.call('addLeave', { id: leave, startsAt: startsAt ?? '', endsAt: endsAt ?? '' })
  const asker = await resident(town, 'sooner')
  const phone = await town.open('sooner', find)
  await phone.waitFor('周二 12月1日')
  await phone.tap(button('有早一点的时间就告诉我'))
  await phone.waitFor('正在候补')
  expect((await asker.call('listWaitlist', {})).items).toMatchObject([{ from: '2026-11-24', until: '2026-11-30' }])
  await adviser.call('endLeave', { id: leave })
  await town.world.api.chores()
  expect(await kindsTold(asker)).toContain('booking-offered')
})

test('who does not want to wait any more says so', async () => {
  const { asker, phone } = await open('impatient')
  await phone.tap(button(join))
  await phone.waitFor('正在候补')
  await phone.tap('不候补了')
  await phone.waitFor(join)
  expect((await asker.call('listWaitlist', {})).items).toEqual([])
})

test('when something became free meanwhile, it is shown instead; who waits already is told so', async () => {
  const late = await open('late')
  const { asker, phone } = await open('twice')
  await asker.call('joinWaitlist', { id: randomUUID(), communityId: 't001v1', from: '2026-11-24', until: '2026-11-25' })
  await phone.tap(button(join))
  await phone.waitFor(() => phone.screen().includes('您已经在候补了'))
  await adviser.call('endLeave', { id: leave })
  await late.phone.tap(button(join))
  await late.phone.waitFor(() => late.phone.screen().includes('这几天还有空的时间'))
  await lookAgain(late.phone)
  await late.phone.waitFor('点一个时间就能约')
})
