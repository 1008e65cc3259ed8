import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, holds, itIs, openOffice, reason } from './booking.ts'
import { rooms } from './furnish.ts'

/** Who is let in by which poster, and whom a matter against the committee is kept from. */
let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
})
afterEach(() => closeOffice(world))

const checksIn = (who: Someone, place: string) => who.call('checkIn', { id: randomUUID(), place })

test('a lecture is sat down in by the poster of its own room, and not by whoever holds it', async () => {
  await books(resident, at(adviser, '2026-11-25 19:00'))
  await itIs(world, '2026-11-25 19:10')
  adviser = await world.someone('adviser')
  expect(await refusal(checksIn(adviser, rooms.hall.code))).toBe('nothing-here')
  expect(await refusal(checksIn(await world.someone('hearer'), rooms.legal.code))).toBe('nothing-here')
  expect(await checksIn(await world.someone('hearer'), rooms.hall.code)).toMatchObject({ state: 'here' })
})

test('who comes on another day is not told to wait for hers', async () => {
  await books(resident, at(adviser, '2026-11-26 14:00'))
  expect(await refusal(checksIn(resident, rooms.legal.code))).toBe('nothing-here')
  await itIs(world, '2026-11-26 09:00')
  resident = await world.someone('resident')
  expect(await refusal(checksIn(resident, rooms.legal.code))).toBe('too-early')
})

test('hours are set at no place that is out of use', async () => {
  const justice = await world.someone('justice')
  const place = { id: randomUUID(), communityId: 't001v1', name: '祠堂' }
  await justice.call('addOfficePlace', place)
  await justice.call('retireOfficePlace', { id: place.id })
  const day = {
    ...{ id: randomUUID(), communityId: 't001v1', placeId: place.id, mode: 'onsite' as const, day: '2026-11-29' },
    ...{ from: 540, to: 600, slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 30, capacity: 1 },
  }
  expect(await refusal(adviser.call('setExtraHours', day))).toBe('place-unknown')
  await adviser.call('setExtraHours', { ...day, placeId: rooms.hall.id, to: 570 })
})

test('what is against a committee is kept from whom that committee pays: when she books, and when she moves it', async () => {
  const mate = await world.someone('adviser-neutral')
  const own = await holds(resident, at(adviser, '2026-11-26 14:00'))
  const against = (committeeOf?: string) =>
    resident.call('confirmBooking', {
      ...tap(own),
      reason,
      againstCommittee: true,
      ...(committeeOf && { committeeOf }),
    })
  expect(await refusal(against())).toBe('neutral-adviser-needed')
  expect(await refusal(against('t009v9'))).toBe('place-unknown')
  await resident.call('cancelBooking', tap(own))
  const other = await books(resident, at(mate, '2026-11-28 09:00', 't001v2'), {
    againstCommittee: true,
    committeeOf: 't001v1',
  })
  const moves = resident.call('moveBooking', { ...tap(other), ...at(adviser, '2026-11-26 14:00') })
  expect(await refusal(moves)).toBe('neutral-adviser-needed')
  expect(await resident.call('getBooking', { id: other })).toMatchObject({ state: 'booked', adviser: { name: '沈岚' } })
})
