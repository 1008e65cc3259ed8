import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, holds, itIs, kindsTold, openOffice, shanghai } from './booking.ts'
import { rooms } from './furnish.ts'

let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
})
afterEach(() => closeOffice(world))

const from = (text: string, to: string) => ({
  id: randomUUID(),
  startsAt: shanghai(text).toISOString(),
  endsAt: shanghai(to).toISOString(),
})
const state = async (who: Someone, id: string) => (await who.call('getBooking', { id })).state
const isFree = async (text: string) =>
  (await freeTimes(resident)).some(it => it.startsAt === shanghai(text).toISOString())

const hours = (more: object = {}) => ({
  ...{ id: randomUUID(), communityId: 't001v1', placeId: rooms.hall.id, mode: 'onsite' as const, weekday: 7 },
  ...{ from: 9 * 60, to: 10 * 60, slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 14 },
  ...{ capacity: 1, onDaysOff: false, ...more },
})

test('leave calls off what is booked inside and tells everybody; nothing can be booked until it ends', async () => {
  const [inside, outside] = [
    await books(resident, at(adviser, '2026-11-26 14:00')),
    await books(resident, at(adviser, '2026-11-27 09:00')),
  ]
  const other = await world.someone('other')
  const held = await holds(other, at(adviser, '2026-11-26 14:40'))
  const leave = from('2026-11-26 00:00', '2026-11-27 00:00')
  expect(await adviser.call('addLeave', leave)).toEqual({ calledOff: 2 })
  expect(await adviser.call('addLeave', leave)).toEqual({ calledOff: 2 })
  expect(
    await refusal(adviser.call('addLeave', { ...leave, endsAt: shanghai('2026-11-28 00:00').toISOString() })),
  ).toBe('id-reused')
  expect([await state(resident, inside), await state(resident, outside), await state(other, held)]).toEqual([
    'cancelled',
    'booked',
    'cancelled',
  ])
  for (const who of [resident, other]) expect(await kindsTold(who)).toContain('booking-called-off')
  expect(await isFree('2026-11-26 14:00')).toBe(false)
  expect(await refusal(holds(other, at(adviser, '2026-11-26 14:00')))).toBe('slot-taken')
  expect((await adviser.call('listOfficeHours', {})).leaves).toMatchObject([{ id: leave.id, endsAt: leave.endsAt }])
  await adviser.call('endLeave', { id: leave.id })
  await adviser.call('endLeave', { id: leave.id })
  expect(await isFree('2026-11-26 14:00')).toBe(true)
})

test('leave that touches other leave becomes one; the buffer behind a meeting gives way; what has begun stays', async () => {
  const running = await books(resident, at(adviser, '2026-11-24 14:00'))
  const before = await books(resident, at(adviser, '2026-11-26 14:00'))
  await adviser.call('addLeave', from('2026-11-26 14:30', '2026-11-26 15:00'))
  expect(await state(resident, before)).toBe('booked')
  await adviser.call('addLeave', from('2026-11-26 14:50', '2026-11-26 18:00'))
  const { leaves } = await adviser.call('listOfficeHours', {})
  expect(leaves).toMatchObject([
    { startsAt: shanghai('2026-11-26 14:30').toISOString(), endsAt: shanghai('2026-11-26 18:00').toISOString() },
  ])
  await itIs(world, '2026-11-24 14:10')
  expect(await adviser.call('addLeave', from('2026-11-24 00:00', '2026-11-25 00:00'))).toEqual({ calledOff: 0 })
  expect(await state(resident, running)).toBe('booked')
  for (const wrong of [
    from('2026-11-27 10:00', '2026-11-27 09:00'),
    from('2026-11-20 10:00', '2026-11-20 11:00'),
    from('2026-11-27 10:00', '2029-11-27 09:00'),
  ])
    expect(await refusal(adviser.call('addLeave', wrong))).toBe('bad-input')
})

test('somebody who has come without a booking takes the time like any other', async () => {
  await itIs(world, '2026-11-24 14:00')
  const walkIn = {
    id: randomUUID(),
    placeId: rooms.legal.id,
    startsAt: shanghai('2026-11-24 15:20').toISOString(),
    minutes: 30,
  }
  await adviser.call('addWalkIn', walkIn)
  await adviser.call('addWalkIn', walkIn)
  expect(await isFree('2026-11-24 15:20')).toBe(false)
  expect(await refusal(adviser.call('addWalkIn', { ...walkIn, id: randomUUID() }))).toBe('slot-taken')
  expect(await refusal(adviser.call('addWalkIn', { ...walkIn, minutes: 20 }))).toBe('id-reused')
  await books(resident, at(adviser, '2026-11-24 16:00'))
  const onTop = { ...walkIn, id: randomUUID(), startsAt: shanghai('2026-11-24 15:50').toISOString() }
  expect(await refusal(adviser.call('addWalkIn', onTop))).toBe('slot-taken')
  const tomorrow = { ...walkIn, id: randomUUID(), startsAt: shanghai('2026-11-25 09:00').toISOString() }
  expect(await refusal(adviser.call('addWalkIn', tomorrow))).toBe('bad-input')
  expect(await refusal(adviser.call('addWalkIn', { ...walkIn, id: randomUUID(), placeId: rooms.bridge.id }))).toBe(
    'not-allowed',
  )
  expect(await refusal(resident.call('addWalkIn', walkIn))).toBe('not-allowed')
})

test('an adviser sets his own hours in his own villages, and what is booked stays when he ends them', async () => {
  const mine = hours()
  expect(await adviser.call('setOfficeHours', mine)).toMatchObject({ village: '柳塘村', place: '议事厅', weekday: 7 })
  await adviser.call('setOfficeHours', mine)
  expect(await isFree('2026-11-29 09:00')).toBe(true)
  await adviser.call('setOfficeHours', { ...mine, from: 9 * 60 + 30, to: 10 * 60 + 30 })
  expect(await isFree('2026-11-29 09:00')).toBe(false)
  const id = await books(resident, at(adviser, '2026-11-29 09:30'))
  await adviser.call('endOfficeHours', { id: mine.id })
  await adviser.call('endOfficeHours', { id: mine.id })
  expect(await isFree('2026-11-29 10:00')).toBe(false)
  expect(await state(resident, id)).toBe('booked')
  expect((await adviser.call('listOfficeHours', {})).hours.map(it => it.id)).not.toContain(mine.id)
  const neutral = await world.someone('adviser-neutral')
  expect(await refusal(neutral.call('endOfficeHours', { id: mine.id }))).toBe('not-found')
  expect(
    await refusal(neutral.call('setOfficeHours', { ...mine, communityId: 't001v2', placeId: rooms.bridge.id })),
  ).toBe('not-found')
})

test.each([
  ['in a village that he does not advise', hours({ communityId: 't001v2', placeId: rooms.bridge.id }), 'not-allowed'],
  ['in a room of another village', hours({ placeId: rooms.bridge.id }), 'place-unknown'],
  ['too short for one meeting', hours({ to: 9 * 60 + 20 }), 'bad-input'],
  ['over other hours of his', hours({ weekday: 2, from: 16 * 60, to: 18 * 60 }), 'hours-overlap'],
])('hours %s are refused', async (_, wrong, code) => {
  expect(await refusal(adviser.call('setOfficeHours', wrong))).toBe(code)
})

test('his week shows who comes, when and where, and no name', async () => {
  await rowsOf(world.outside.db, sql`update people set name = '王桂花' where id = ${resident.id}::uuid`)
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  await adviser.call('addLeave', from('2026-11-27 00:00', '2026-11-28 00:00'))
  const { items } = await adviser.call('listWeek', { from: '2026-11-24', days: 7 })
  expect(items).toMatchObject([
    {
      kind: 'meeting',
      village: '柳塘村',
      place: '法律服务室',
      mode: 'onsite',
      bookings: [{ id, state: 'booked', who: '王**', declared: false }],
    },
    { kind: 'leave', village: null, bookings: [] },
  ])
  expect((await adviser.call('listWeek', { from: '2026-12-01', days: 7 })).items).toEqual([])
  expect(await refusal(resident.call('listWeek', { from: '2026-11-24' }))).toBe('not-allowed')
})
