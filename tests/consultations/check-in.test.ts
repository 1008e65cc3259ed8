import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endPosts } from '../support/duties.ts'
import { refusal, type Someone, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, holds, itIs, kindsTold, openOffice } from './booking.ts'
import { rooms } from './furnish.ts'

let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
})
afterEach(() => closeOffice(world))

const checksIn = (who: Someone, place: string, id: string = randomUUID()) => who.call('checkIn', { id, place })

test('the check-in poster finds what she has booked there, however often she scans it', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  expect(await refusal(checksIn(resident, rooms.legal.code))).toBe('too-early')
  await itIs(world, '2026-11-24 13:40')
  expect(await refusal(checksIn(resident, rooms.hall.code))).toBe('nothing-here')
  const tapped = randomUUID()
  const here = await checksIn(resident, rooms.legal.code, tapped)
  expect(here).toMatchObject({ id, state: 'here' })
  expect(await checksIn(resident, rooms.legal.code, tapped)).toEqual(here)
  expect(await checksIn(resident, rooms.legal.code)).toEqual(here)
  expect(here.steps.map(it => it.event)).toEqual(['hold', 'book', 'remind', 'arrive'])
  expect(await refusal(checksIn(await world.someone('other'), rooms.legal.code))).toBe('nothing-here')
})

test('one scan is enough for her own time and for her mother’s right after it', async () => {
  const [own, mothers] = [
    await books(resident, at(adviser, '2026-11-24 14:00')),
    await books(resident, at(adviser, '2026-11-24 14:40')),
  ]
  await itIs(world, '2026-11-24 13:55')
  expect(await checksIn(resident, rooms.legal.code)).toMatchObject({ id: own, state: 'here' })
  expect((await resident.call('getBooking', { id: mothers })).state).toBe('booked')
  await itIs(world, '2026-11-24 14:12')
  expect(await checksIn(resident, rooms.legal.code)).toMatchObject({ id: own, state: 'here' })
  expect((await resident.call('getBooking', { id: mothers })).state).toBe('here')
})

test('whoever comes to a lecture without having booked sits down and is counted, as long as there are seats', async () => {
  await books(resident, at(adviser, '2026-11-25 19:00'))
  await itIs(world, '2026-11-25 18:29')
  const [first, second, third] = [
    await world.someone('hearer-1'),
    await world.someone('hearer-2'),
    await world.someone('hearer-3'),
  ]
  expect(await refusal(checksIn(first, rooms.hall.code))).toBe('nothing-here')
  await itIs(world, '2026-11-25 19:10')
  const id = randomUUID()
  const here = await checksIn(first, rooms.hall.code, id)
  expect(here).toMatchObject({ id, state: 'here', capacity: 3 })
  expect(await checksIn(first, rooms.hall.code, id)).toEqual(here)
  expect(await checksIn(first, rooms.hall.code)).toEqual(here)
  expect(await refusal(checksIn(second, rooms.hall.code, id))).toBe('not-found')
  await checksIn(second, rooms.hall.code)
  expect(await refusal(checksIn(third, rooms.hall.code))).toBe('lecture-full')
  expect(await checksIn(resident, rooms.hall.code)).toMatchObject({ state: 'here' })
  await itIs(world, '2026-11-25 20:31')
  const { items } = await first.call('listMyBookings', {})
  expect(items).toMatchObject([{ id, state: 'confirmed' }])
})

test('a lecture nobody had booked begins with the first who signs in, and her two bookings stay hers', async () => {
  await holds(resident, at(adviser, '2026-11-26 14:00'))
  await holds(resident, at(adviser, '2026-11-26 14:40'))
  await itIs(world, '2026-11-25 18:45')
  const two = [at(adviser, '2026-11-26 14:00'), at(adviser, '2026-11-26 14:40')]
  for (const wanted of two) await books(resident, wanted)
  const twice = await Promise.all([checksIn(resident, rooms.hall.code), checksIn(resident, rooms.hall.code)])
  expect(new Set(twice.map(it => it.id)).size).toBe(1)
})

test('the lawyer has left the township: what was booked with him is called off, and she hears of it', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  await endPosts(world.outside.db, 'adviser', world.clock.now)
  await itIs(world, '2026-11-24 10:01')
  expect(await resident.call('getBooking', { id })).toMatchObject({ state: 'cancelled' })
  expect(await kindsTold(resident)).toContain('booking-called-off')
  expect(await freeTimes(resident)).toEqual([])
})
