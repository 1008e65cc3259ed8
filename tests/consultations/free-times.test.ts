import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Refused, refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, closeOffice, freeTimes, holds, openOffice, shanghai } from './booking.ts'

/** On both databases: the constraints that keep times apart. */

let world: World
let resident: Someone
let adviser: Someone
let neutral: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
  neutral = await world.someone('adviser-neutral')
})
afterEach(() => closeOffice(world))

test('next free times come first: who, where, when, and nothing that is too soon', async () => {
  const { items } = await resident.call('listSlots', { communityId: 't001v1', limit: 4 })
  expect(items.map(it => it.startsAt)).toEqual(
    ['14:00', '14:40', '15:20', '16:00'].map(it => shanghai(`2026-11-24 ${it}`).toISOString()),
  )
  expect(items[0]).toMatchObject({
    adviser: { name: '周文', firm: '明理律师事务所' },
    village: '柳塘村',
    place: '法律服务室',
  })
  world.clock.now = shanghai('2026-11-24 13:30')
  expect((await freeTimes(resident))[0]?.startsAt).toBe(shanghai('2026-11-24 14:40').toISOString())
})

test('a day is never cut in two, and the neighbours are there when asked for', async () => {
  const first = await resident.call('listSlots', { communityId: 't001v1', limit: 1 })
  expect(first.items).toHaveLength(4)
  expect(first.next).toBe('2026-11-25')
  const wide = await freeTimes(resident, { wide: true })
  expect(wide.some(it => it.adviserId === neutral.id && it.communityId === 't001v2')).toBe(true)
  expect((await freeTimes(resident)).every(it => it.adviserId === adviser.id)).toBe(true)
  expect(await refusal(freeTimes(resident, { communityId: 'nowhere' }))).toBe('place-unknown')
})

test('whoever comes second is told so, with the three nearest times that are left', async () => {
  const wanted = at(adviser, '2026-11-24 14:40')
  await holds(resident, wanted)
  const other = await world.someone(`other-${randomUUID()}`)
  const refused = await other.call('holdSlot', { id: randomUUID(), ...wanted }).catch((it: unknown) => it)
  const { problem } = refused as Refused
  expect(problem).toMatchObject({ status: 409, code: 'slot-taken' })
  const choices = problem.choices as { startsAt: string; village: string }[]
  expect(choices.map(it => it.startsAt)).toEqual(
    ['14:00', '15:20', '16:00'].map(it => shanghai(`2026-11-24 ${it}`).toISOString()),
  )
  expect(choices[0]?.village).toBe('柳塘村')
})

test('a time that nobody offers cannot be had', async () => {
  for (const wanted of [
    at(adviser, '2026-11-24 14:10'),
    at(adviser, '2026-11-24 18:00'),
    at(adviser, '2026-11-24 14:00', 't001v2'),
    at(neutral, '2026-11-24 14:00'),
    at(adviser, '2026-12-29 14:00'),
    at(adviser, '2026-11-17 14:00'),
  ])
    expect(await refusal(holds(resident, wanted))).toBe('slot-taken')
  expect(await refusal(holds(adviser, at(adviser, '2026-11-26 14:00')))).toBe('slot-taken')
})

test('a lecture has as many seats as it has, each once', async () => {
  const lecture = at(adviser, '2026-11-25 19:00')
  const people = await Promise.all([1, 2, 3, 4].map(n => world.someone(`hearer-${n}-${randomUUID()}`)))
  const ids: string[] = []
  for (const [n, who] of people.slice(0, 3).entries()) {
    const { items } = await who.call('listSlots', { communityId: 't001v1', limit: 60 })
    expect(items.find(it => it.startsAt === lecture.startsAt)).toMatchObject({ capacity: 3, left: 3 - n })
    ids.push(await holds(who, lecture))
    await who.call('confirmBooking', tap(ids[n] ?? ''))
  }
  const [, , third, fourth] = people as [Someone, Someone, Someone, Someone]
  expect(await refusal(holds(fourth, lecture))).toBe('slot-taken')
  await third.call('cancelBooking', tap(ids[2] ?? ''))
  await holds(fourth, lecture)
  const { items } = await adviser.call('listWeek', { from: '2026-11-25', days: 1 })
  expect(items).toMatchObject([{ kind: 'lecture', capacity: 3, bookings: [{}, {}, {}] }])
})

test('the town knows who its adviser is, when, where, and when he is there next', async () => {
  const answer = await world.anybody('/api/villages/t001v1/advisers')
  const { village, advisers } = (await answer.json()) as { village: string; advisers: Record<string, unknown>[] }
  expect(village).toBe('柳塘村')
  expect(advisers).toMatchObject([
    { adviser: { name: '周文' }, nextOnsite: shanghai('2026-11-24 14:00').toISOString() },
  ])
  expect(advisers[0]?.hours).toHaveLength(4)
})
