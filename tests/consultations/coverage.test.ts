import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { brokenBookings } from '../support/booking-invariants.ts'
import { rooms } from '../support/office.ts'
import { openWorld, refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, itIs, shanghai } from './booking.ts'

let world: World
let resident: Someone
let adviser: Someone
let justice: Someone
beforeEach(async () => {
  world = await openWorld()
  adviser = await world.someone('adviser')
  justice = await world.someone('justice')
  resident = await world.someone('resident')
})
afterEach(async () => {
  expect(await brokenBookings(world.outside.db)).toEqual([])
  await world.close()
})

test('the month of a village is made from what happened: confirmed, not yet confirmed, walk-ins, lectures', async () => {
  const met = async (who: Someone, wanted: Parameters<typeof books>[1]) => {
    const id = await books(who, wanted)
    await adviser.call('declareBooking', { ...tap(id), noConflict: true }).catch(() => {})
    return id
  }
  const [first, second] = [
    await met(resident, at(adviser, '2026-11-24 14:00')),
    await met(resident, at(adviser, '2026-11-24 14:40')),
  ]
  const hearer = await world.someone('hearer')
  const lecture = await met(hearer, at(adviser, '2026-11-25 19:00'))
  await itIs(world, '2026-11-24 15:20')
  for (const id of [first, second])
    await adviser.call('recordBooking', { ...tap(id), words: '谈了', outcome: 'answered' })
  await resident.call('tellTookPlace', { ...tap(first), happened: true })
  await adviser.call('addWalkIn', {
    id: randomUUID(),
    placeId: rooms.legal.id,
    startsAt: shanghai('2026-11-24 15:20').toISOString(),
    minutes: 45,
  })
  await itIs(world, '2026-11-25 19:00')
  await hearer.call('arriveAtBooking', { ...tap(lecture), place: rooms.hall.code })
  const { items } = await justice.call('listCoverage', { township: 't001', month: '2026-11' })
  const mine = {
    communityId: 't001v1',
    village: '柳塘村',
    adviser: '周文',
    confirmed: 30,
    unconfirmed: 30,
    walkIns: 45,
    lectures: 1,
    needed: 240,
  }
  const none = { confirmed: 0, unconfirmed: 0, walkIns: 0, lectures: 0 }
  expect(items).toMatchObject([mine, { communityId: 't001v2', ...none }])
  expect((await justice.call('listCoverage', { township: 't001', month: '2026-12' })).items).toMatchObject([none, none])
  await resident.call('tellTookPlace', { ...tap(second), happened: false })
  expect((await justice.call('listCoverage', { township: 't001', month: '2026-11' })).items[0]).toMatchObject({
    confirmed: 30,
    unconfirmed: 0,
  })
  expect(await refusal(adviser.call('listCoverage', { township: 't001', month: '2026-11' }))).toBe('not-allowed')
})

test('the justice office adds a place; its code cannot be told from its id', async () => {
  const place = { id: randomUUID(), communityId: 't001v1', name: '村部二楼' }
  const added = await justice.call('addOfficePlace', place)
  expect(added).toMatchObject({ ...place, village: '柳塘村', code: expect.stringMatching(/^[0-9A-Za-z]{10}$/) })
  expect(await justice.call('addOfficePlace', place)).toEqual(added)
  expect(await refusal(justice.call('addOfficePlace', { ...place, name: '别处' }))).toBe('id-reused')
  const next = await world.someone('justice-next-town')
  expect(await refusal(next.call('addOfficePlace', { ...place, id: randomUUID() }))).toBe('not-allowed')
  expect(await refusal(next.call('addOfficePlace', { ...place, communityId: 't002v1' }))).toBe('not-found')
  expect((await adviser.call('listOfficeHours', {})).places.map(it => it.name)).toContain('村部二楼')
})
