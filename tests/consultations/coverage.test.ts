import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, itIs, openOffice, shanghai } from './booking.ts'
import { rooms } from './furnish.ts'

let world: World
let resident: Someone
let adviser: Someone
let justice: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
  justice = await world.someone('justice')
})
afterEach(() => closeOffice(world))

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
  const { items: months } = await justice.call('listMonths', { township: 't001' })
  expect(months.map(it => it.month)).toEqual(['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'])
  expect(months.slice(-2)).toEqual([
    { month: '2026-10', ...none, served: 0, villages: 2, ratings: null },
    {
      month: '2026-11',
      confirmed: 30,
      unconfirmed: 0,
      walkIns: 45,
      lectures: 1,
      served: 1,
      villages: 2,
      ratings: null,
    },
  ])
  expect(await refusal(adviser.call('listCoverage', { township: 't001', month: '2026-11' }))).toBe('not-allowed')
})

test('how residents rated a month is shown as sums alone, a week after it and of five at least', async () => {
  const ratingsOf = async () =>
    (await justice.call('listMonths', { township: 't001' })).items.find(it => it.month === '2026-11')?.ratings
  const rated: { who: Someone; id: string }[] = []
  const times = ['14:00', '14:40', '15:20', '16:00']
  const wanted = [...times.map(it => `2026-11-24 ${it}`), '2026-11-26 14:00']
  for (const [n, when] of wanted.entries()) {
    const who = await world.someone(`rates-${n}`)
    const id = await books(who, at(adviser, when))
    rated.push({ who, id })
  }
  const rate = async ({ who, id }: { who: Someone; id: string }, rating: 'good' | 'poor') =>
    who.call('tellTookPlace', { ...tap(id), happened: true, rating })
  world.clock.now = shanghai('2026-11-24 16:30')
  for (const it of rated.slice(0, 4)) await rate(it, 'good')
  world.clock.now = shanghai('2026-11-26 14:30')
  for (const it of rated.slice(4)) await rate(it, 'poor')
  expect(await ratingsOf()).toBeNull()
  world.clock.now = shanghai('2026-12-07 23:59')
  justice = await world.someone('justice')
  expect(await ratingsOf()).toBeNull()
  world.clock.now = shanghai('2026-12-08 00:00')
  expect(await ratingsOf()).toEqual({ good: 4, fair: 0, poor: 1 })
})
