import { randomUUID } from 'node:crypto'
import { enterDays } from '@huiyin/db/grids/calendar-queries.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, holds, openOffice } from './booking.ts'
import { rooms } from './furnish.ts'

let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
})
afterEach(() => closeOffice(world))

/** Sunday the 29th from nine to ten. */
const sunday = (more: object = {}) => ({
  ...{ id: randomUUID(), communityId: 't001v1', placeId: rooms.hall.id, mode: 'onsite' as const, day: '2026-11-29' },
  ...{ from: 540, to: 600, slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 30, capacity: 1 },
  ...more,
})
const ofSunday = async () => (await freeTimes(resident)).filter(it => it.startsAt.startsWith('2026-11-29'))

test('a day beside the weekly hours can be booked like any other, and taken away again', async () => {
  const day = sunday()
  expect(await adviser.call('setExtraHours', day)).toEqual({ ...day, village: '柳塘村', place: rooms.hall.name })
  expect(await adviser.call('setExtraHours', day)).toMatchObject({ id: day.id })
  expect(await ofSunday()).toEqual([at(adviser, '2026-11-29 09:00'), at(adviser, '2026-11-29 09:30')])
  const id = await books(resident, at(adviser, '2026-11-29 09:30'))
  await adviser.call('setExtraHours', { ...day, to: 570 })
  expect(await ofSunday()).toEqual([at(adviser, '2026-11-29 09:00')])
  await adviser.call('endExtraHours', { id: day.id })
  expect(await ofSunday()).toEqual([])
  expect((await adviser.call('listOfficeHours', {})).extras).toEqual([])
  expect(await resident.call('getBooking', { id })).toMatchObject({ state: 'booked' })
  expect(await refusal(holds(resident, at(adviser, '2026-11-29 09:00')))).toBe('slot-taken')
})

test('it meets neither his weekly hours nor another single day, in either order', async () => {
  const tuesday = { day: '2026-12-01', placeId: rooms.legal.id }
  expect(await refusal(adviser.call('setExtraHours', sunday({ ...tuesday, from: 900, to: 960 })))).toBe('hours-overlap')
  await adviser.call('setExtraHours', sunday({ ...tuesday, from: 780, to: 840 }))
  await adviser.call('setExtraHours', sunday())
  expect(await refusal(adviser.call('setExtraHours', sunday({ from: 570, to: 630 })))).toBe('hours-overlap')
  await adviser.call('setExtraHours', sunday({ day: '2026-12-06' }))
  const weekly = { ...sunday({ from: 590, to: 650 }), weekday: 7, onDaysOff: false }
  expect(await refusal(adviser.call('setOfficeHours', weekly))).toBe('hours-overlap')
})

test('on a day off it meets weekly hours only where they hold then too', async () => {
  const friday = { placeId: rooms.legal.id, from: 540, to: 600 }
  const christmas = sunday({ ...friday, day: '2026-12-25' })
  expect(await refusal(adviser.call('setExtraHours', christmas))).toBe('hours-overlap')
  await enterDays(world.outside.db, [{ day: '2026-12-25', working: false, name: '停电' }], world.clock.now)
  await adviser.call('setExtraHours', christmas)
  const { hours } = await adviser.call('listOfficeHours', {})
  const { village: _, place: __, ...weekly } = hours.find(it => it.weekday === 5) ?? expect.unreachable()
  await adviser.call('setOfficeHours', weekly)
  expect(await refusal(adviser.call('setOfficeHours', { ...weekly, onDaysOff: true }))).toBe('hours-overlap')
})

test('a day off, leave and a day long past stay what they are', async () => {
  const newYear = sunday({ day: '2027-01-01', from: 720, to: 780 })
  await adviser.call('setExtraHours', newYear)
  const from = { from: '2027-01-01' }
  world.clock.forward(5 * 24 * 60)
  const asked = await freeTimes(resident, from)
  expect(asked.filter(it => it.startsAt.startsWith('2027-01-01'))).toEqual([])
  await adviser.call('setExtraHours', { ...newYear, horizonDays: 60 })
  expect((await freeTimes(resident, from)).filter(it => it.startsAt.startsWith('2027-01-01'))).toHaveLength(2)
  await adviser.call('addLeave', {
    ...{ id: randomUUID(), startsAt: '2026-12-31T16:00:00.000Z', endsAt: '2027-01-01T16:00:00.000Z' },
  })
  expect((await freeTimes(resident, from)).filter(it => it.startsAt.startsWith('2027-01-01'))).toEqual([])
  expect(await refusal(adviser.call('setExtraHours', sunday({ day: '2026-11-20' })))).toBe('bad-input')
  expect(await refusal(adviser.call('setExtraHours', sunday({ day: '2027-05-01' })))).toBe('bad-input')
})

test('only in a village of his own, at a place there, and only his own', async () => {
  const elsewhere = { communityId: 't001v2', placeId: rooms.bridge.id }
  expect(await refusal(adviser.call('setExtraHours', sunday(elsewhere)))).toBe('not-allowed')
  expect(await refusal(adviser.call('setExtraHours', sunday({ placeId: rooms.bridge.id })))).toBe('place-unknown')
  expect(await refusal(adviser.call('setExtraHours', sunday({ to: 560 })))).toBe('bad-input')
  const day = sunday()
  await adviser.call('setExtraHours', day)
  const mate = await world.someone('adviser-mate')
  expect(await refusal(mate.call('endExtraHours', { id: day.id }))).toBe('not-found')
  expect(await refusal(mate.call('setExtraHours', { ...day, ...elsewhere }))).toBe('not-found')
  expect(await ofSunday()).toHaveLength(2)
})
