import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, holds, itIs, openOffice, shanghai } from './booking.ts'
import { rooms } from './furnish.ts'

/** What stands on the lists of the office, and when it no longer does. */
let world: World
let resident: Someone
let adviser: Someone
let justice: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
  justice = await world.someone('justice')
})
afterEach(() => closeOffice(world))

const coverage = async () => (await justice.call('listCoverage', { township: 't001', month: '2026-11' })).items
const extra = (day: string) => ({
  ...{ id: randomUUID(), communityId: 't001v1', placeId: rooms.hall.id, mode: 'onsite' as const, day },
  ...{ from: 540, to: 600, slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 30, capacity: 1 },
})

test('a walk-in counts for its village when it is over, not while he still sits there', async () => {
  await itIs(world, '2026-11-24 16:40')
  const startsAt = shanghai('2026-11-24 16:40').toISOString()
  await adviser.call('addWalkIn', { id: randomUUID(), placeId: rooms.legal.id, startsAt, minutes: 20 })
  const counted = async () => {
    const [month] = (await justice.call('listMonths', { township: 't001' })).items.slice(-1)
    return [(await coverage())[0]?.walkIns, month?.served]
  }
  expect(await counted()).toEqual([0, 0])
  world.clock.now = shanghai('2026-11-24 17:00')
  expect(await counted()).toEqual([20, 1])
})

test('who never came is no meeting that she denied', async () => {
  const [missed, denied] = [
    await books(resident, at(adviser, '2026-11-24 14:00')),
    await books(await world.someone('other'), at(adviser, '2026-11-24 14:40')),
  ]
  await itIs(world, '2026-11-24 15:40')
  await adviser.call('missBooking', tap(missed))
  await (await world.someone('other')).call('tellTookPlace', { ...tap(denied), happened: false })
  expect((await coverage())[0]?.denied).toBe(1)
})

test('a township’s own measure of a month goes before the common one; a village that is gone has no line', async () => {
  const { db } = world.outside
  await rowsOf(
    db,
    sql`insert into deadlines (urgency, stage, minutes, clock, scope) select urgency, stage, 90, clock, 't001' from deadlines
      where urgency = 'office' and stage = 'month' and scope = '*'`,
  )
  expect((await coverage()).map(it => it.needed)).toEqual([90, 90])
  await rowsOf(db, sql`update areas set retired = true where id = 't001v2'`)
  expect((await coverage()).map(it => it.village)).toEqual(['柳塘村'])
  expect((await justice.call('listMonths', { township: 't001' })).items.at(-1)?.villages).toBe(1)
  const places = await justice.call('listOfficePlaces', { township: 't001' })
  expect(places.items.map(it => it.id)).not.toContain(rooms.bridge.id)
  expect(await refusal(resident.call('listSlots', { communityId: 't001v2' }))).toBe('place-unknown')
})

test('a place is in use as long as one single day is to come there, that day included', async () => {
  const place = { id: randomUUID(), communityId: 't001v1', name: '祠堂' }
  await justice.call('addOfficePlace', place)
  await adviser.call('setExtraHours', { ...extra('2026-11-29'), placeId: place.id })
  const retires = () => justice.call('retireOfficePlace', { id: place.id })
  expect(await refusal(retires())).toBe('place-in-use')
  world.clock.now = shanghai('2026-11-29 23:00')
  justice = await world.someone('justice')
  expect(await refusal(retires())).toBe('place-in-use')
  world.clock.now = shanghai('2026-11-30 00:10')
  await retires()
})

test('his single days go from his list when they are past, hours when they have ended', async () => {
  const day = extra('2026-11-29')
  await adviser.call('setExtraHours', day)
  const listed = async () => (await adviser.call('listOfficeHours', {})).extras.map(it => it.id)
  world.clock.now = shanghai('2026-11-29 23:00')
  adviser = await world.someone('adviser')
  expect(await listed()).toEqual([day.id])
  world.clock.now = shanghai('2026-11-30 00:10')
  expect(await listed()).toEqual([])
})

test('leave that is over stands on no list any more', async () => {
  const [startsAt, endsAt] = [shanghai('2026-11-26 00:00'), shanghai('2026-11-27 00:00')].map(it => it.toISOString())
  await adviser.call('addLeave', { id: randomUUID(), startsAt: startsAt as string, endsAt: endsAt as string })
  const leaves = async () => [
    (await adviser.call('listOfficeHours', {})).leaves.length,
    (await justice.call('listTownshipAdvisers', { township: 't001' })).items.find(it => it.id === adviser.id)?.leaves
      .length,
  ]
  world.clock.now = shanghai('2026-11-26 23:59')
  expect(await leaves()).toEqual([1, 1])
  world.clock.now = shanghai('2026-11-27 00:01')
  expect(await leaves()).toEqual([0, 0])
})

test('a kept time that ran out is off her list, and free again', async () => {
  await holds(resident, at(adviser, '2026-11-26 14:00'))
  const mine = async () => (await resident.call('listMyBookings', {})).items.map(it => it.state)
  expect(await mine()).toEqual(['held'])
  world.clock.forward(60)
  await world.api.chores()
  expect(await mine()).toEqual([])
  expect((await freeTimes(resident)).some(it => it.startsAt === shanghai('2026-11-26 14:00').toISOString())).toBe(true)
})

test('ending his leave by the id of a meeting ends no meeting', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  const [row] = await rowsOf<{ appointment: string }>(
    world.outside.db,
    sql`select appointment_id as appointment from bookings where id = ${id}::uuid`,
  )
  await adviser.call('endLeave', { id: row?.appointment ?? '' }).catch(() => {})
  expect((await adviser.call('listWeek', { from: '2026-11-24', days: 7 })).items).toMatchObject([
    { kind: 'meeting', bookings: [{ id, state: 'booked' }] },
  ])
  expect(await refusal(holds(await world.someone('other'), at(adviser, '2026-11-26 14:00')))).toBe('slot-taken')
})
