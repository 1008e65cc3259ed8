import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, holds, itIs, kindsTold, openOffice, reason, shanghai } from './booking.ts'
import { rooms } from './furnish.ts'

/** On both databases: the main path of its room. */

let world: World
let resident: Someone
let adviser: Someone
let neutral: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
  neutral = await world.someone('adviser-neutral')
})
afterEach(() => closeOffice(world))

const seen = (who: Someone, id: string) => who.call('getBooking', { id })

test('from the first tap to her word that it took place', async () => {
  const id = randomUUID()
  const wanted = at(adviser, '2026-11-26 14:00')
  const held = await resident.call('holdSlot', { id, ...wanted })
  expect(held).toMatchObject({ state: 'held', reader: 'asker', holdUntil: '2026-11-24T02:10:00.000Z' })
  expect(held.number).toMatch(/^Y261124\d{5}$/)
  expect(await resident.call('holdSlot', { id, ...wanted })).toEqual(held)
  expect(await freeTimes(resident)).not.toContainEqual(wanted)
  const once = { ...tap(id), reason, otherSide: '钱多多' }
  const booked = await resident.call('confirmBooking', once)
  expect(booked).toMatchObject({ state: 'booked', holdUntil: null })
  expect(await resident.call('confirmBooking', once)).toEqual(booked)
  expect(await refusal(resident.call('confirmBooking', { ...once, reason: '别的' }))).toBe('id-reused')
  expect(await kindsTold(adviser)).toContain('task-booking')

  await itIs(world, '2026-11-26 13:29')
  const arrive = { ...tap(id), place: rooms.legal.code }
  expect(await refusal(resident.call('arriveAtBooking', arrive))).toBe('too-early')
  await itIs(world, '2026-11-26 13:31')
  expect(await refusal(resident.call('arriveAtBooking', { ...arrive, place: rooms.hall.code }))).toBe('wrong-place')
  expect(await resident.call('arriveAtBooking', arrive)).toMatchObject({ state: 'here' })

  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  const record = { ...tap(id), words: '建议先发律师函', outcome: 'answered' as const }
  expect(await refusal(adviser.call('recordBooking', record))).toBe('too-early')
  await itIs(world, '2026-11-26 14:20')
  expect(await adviser.call('recordBooking', record)).toMatchObject({ state: 'met' })
  expect(await seen(adviser, id)).toMatchObject({ record: '建议先发律师函', outcome: 'answered' })
  expect((await seen(resident, id)).record).toBeNull()
  expect(await kindsTold(resident)).toContain('booking-met')

  const took = { ...tap(id), happened: true, rating: 'good' as const }
  expect(await resident.call('tellTookPlace', took)).toMatchObject({ state: 'confirmed' })
  expect(await resident.call('tellTookPlace', took)).toMatchObject({ state: 'confirmed' })
  expect(await seen(resident, id)).toMatchObject({ rated: true })
  expect(await seen(adviser, id)).toMatchObject({ rated: false })
  expect((await seen(resident, id)).steps.map(it => it.event)).toEqual([
    'hold',
    'book',
    'remind',
    'arrive',
    'declare',
    'record',
    'confirm',
  ])
})

test('two bookings each, and a third once one is over', async () => {
  const [first] = [
    await holds(resident, at(adviser, '2026-11-24 14:00')),
    await books(resident, at(adviser, '2026-11-26 14:00')),
  ]
  const third = at(adviser, '2026-11-26 15:20')
  expect(await refusal(holds(resident, third))).toBe('too-many-bookings')
  expect(await freeTimes(resident)).toContainEqual(third)
  await resident.call('cancelBooking', tap(first))
  await holds(resident, third)
})

test('a kept time runs out, can be had by others, and by her as long as it is free', async () => {
  const wanted = at(adviser, '2026-11-26 14:00')
  const id = await holds(resident, wanted)
  const extended = await resident.call('extendHold', tap(id))
  expect(extended.holdUntil).toBe('2026-11-24T02:10:00.000Z')
  world.clock.forward(9)
  expect((await resident.call('extendHold', tap(id))).holdUntil).toBe('2026-11-24T02:19:00.000Z')
  world.clock.forward(11)
  const other = await world.someone(`other-${randomUUID()}`)
  expect(await freeTimes(other)).toContainEqual(wanted)
  const theirs = await holds(other, wanted)
  expect(await seen(resident, id)).toMatchObject({ state: 'expired', can: ['book'] })
  expect(await refusal(resident.call('confirmBooking', { ...tap(id), reason }))).toBe('slot-taken')
  await other.call('cancelBooking', tap(theirs))
  expect(await resident.call('confirmBooking', { ...tap(id), reason })).toMatchObject({ state: 'booked' })
  expect(await freeTimes(other)).not.toContainEqual(wanted)
})

test('she is asked to write one line for a meeting, and to have asked whom it is for', async () => {
  const id = await holds(resident, at(adviser, '2026-11-26 14:00'))
  expect(await refusal(resident.call('confirmBooking', tap(id)))).toBe('bad-input')
  const proxy = { reason, forOther: '母亲 王桂花' }
  expect(await refusal(resident.call('confirmBooking', { ...tap(id), ...proxy }))).toBe('mandate-needed')
  await resident.call('confirmBooking', { ...tap(id), ...proxy, mandate: true })
  expect(await seen(resident, id)).toMatchObject({ forOther: '母亲 王桂花' })
})

test('she cancels until two hours before, and then he is on his way', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  expect(await seen(resident, id)).toMatchObject({ cancelUntil: shanghai('2026-11-24 12:00').toISOString() })
  world.clock.now = shanghai('2026-11-24 12:00')
  expect(await refusal(resident.call('cancelBooking', tap(id)))).toBe('too-late')
  expect(await seen(resident, id)).toMatchObject({ can: ['attach'] })
  world.clock.now = shanghai('2026-11-24 11:59')
  await resident.call('cancelBooking', tap(id))
  expect(await kindsTold(adviser)).toContain('task-booking-cancelled')
  expect(await freeTimes(resident)).toContainEqual(at(adviser, '2026-11-24 14:00'))
})

test('moved in one step: the new time is hers, the old one free, he is told', async () => {
  const [from, to] = [at(adviser, '2026-11-24 14:00'), at(adviser, '2026-11-26 15:20')]
  const id = await books(resident, from)
  const once = { ...tap(id), ...to }
  const moved = await resident.call('moveBooking', once)
  expect(moved).toMatchObject({ state: 'booked', startsAt: to.startsAt })
  expect(await resident.call('moveBooking', once)).toEqual(moved)
  const free = await freeTimes(resident)
  expect(free).toContainEqual(from)
  expect(free).not.toContainEqual(to)
  expect(await kindsTold(adviser)).toContain('task-booking-moved')
  const other = await world.someone(`other-${randomUUID()}`)
  await holds(other, from)
  expect(await refusal(resident.call('moveBooking', { ...tap(id), ...from }))).toBe('slot-taken')
  expect(await seen(resident, id)).toMatchObject({ startsAt: to.startsAt, state: 'booked' })
})

test('moved to another lawyer: he has to pass the gate, and the first one sees it no more', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  await resident.call('moveBooking', { ...tap(id), ...at(neutral, '2026-11-25 14:00', 't001v2') })
  expect(await refusal(seen(adviser, id))).toBe('not-found')
  expect(await seen(neutral, id)).toMatchObject({ declared: false, reason: null })
})

test('a talk is not moved into a lecture, nor a lecture into a talk', async () => {
  const lecture = at(adviser, '2026-11-25 19:00')
  const [talk, seat] = [await books(resident, at(adviser, '2026-11-26 14:00')), await books(resident, lecture)]
  const given = await resident.call('moveBooking', { ...tap(talk), ...lecture }).catch(error => error.problem)
  expect(given).toMatchObject({ code: 'slot-taken' })
  expect(given.choices).toHaveLength(3)
  expect(given.choices.filter((it: { capacity: number }) => it.capacity > 1)).toEqual([])
  expect(await refusal(resident.call('moveBooking', { ...tap(seat), ...at(adviser, '2026-11-26 14:40') }))).toBe(
    'slot-taken',
  )
  const days = async (lecture: string) =>
    new Set((await freeTimes(resident, { lecture })).map(it => new Date(it.startsAt).getUTCDay()))
  expect(await days('true')).toEqual(new Set([3]))
  expect(await days('false')).toEqual(new Set([2, 4, 5]))
})

test('whoever does not come is written down from a quarter of an hour on, and may book again', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  world.clock.now = shanghai('2026-11-24 14:14')
  expect(await refusal(adviser.call('missBooking', tap(id)))).toBe('too-early')
  world.clock.now = shanghai('2026-11-24 14:15')
  expect(await adviser.call('missBooking', tap(id))).toMatchObject({ state: 'missed' })
  expect(await kindsTold(resident)).toContain('booking-missed')
})

test('her list has them all, the last made first, without what ran out', async () => {
  const first = await books(resident, at(adviser, '2026-11-24 14:00'))
  world.clock.forward(1)
  const lost = await holds(resident, at(adviser, '2026-11-26 14:00'))
  world.clock.forward(20)
  await world.api.chores()
  const second = await holds(resident, at(adviser, '2026-11-26 14:40'))
  const { items } = await resident.call('listMyBookings', {})
  expect(items.map(it => it.id)).toEqual([second, first])
  expect(items.map(it => it.id)).not.toContain(lost)
  const page = await resident.call('listMyBookings', { limit: 1 })
  expect((await resident.call('listMyBookings', { limit: 1, cursor: page.next })).items[0]?.id).toBe(first)
})
