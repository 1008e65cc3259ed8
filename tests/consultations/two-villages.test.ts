import { randomUUID } from 'node:crypto'
import { postings } from '@huiyin/db/people/tables.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { idOf } from '../support/duties.ts'
import { outcome, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, openOffice, reason, shanghai } from './booking.ts'
import { rooms } from './furnish.ts'

/** A lawyer of two villages needs half an hour from one to the other, whatever it is that he has there. */
let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
  const { db } = world.outside
  await db.insert(postings).values({
    ...{ personId: await idOf(db, 'adviser'), role: 'adviser', title: '法律顾问', areaId: 't001v2', unitId: 'u-firm' },
    ...{ rank: 9, fromAt: new Date('2020-01-01T00:00:00Z') },
  })
})
afterEach(() => closeOffice(world))

const comes = (when: string, placeId: string = rooms.bridge.id) =>
  outcome(adviser.call('addWalkIn', { id: randomUUID(), placeId, startsAt: shanghai(when).toISOString(), minutes: 30 }))

test('whoever comes without a booking in the other village finds him half an hour after a meeting, not sooner', async () => {
  await books(resident, at(adviser, '2026-11-24 14:00'))
  expect(await comes('2026-11-24 14:59')).toBe('slot-taken')
  expect(await comes('2026-11-24 15:00')).toBe('done')
})

test('nor so late that he could not be at the next meeting in time', async () => {
  await books(resident, at(adviser, '2026-11-24 16:00'))
  expect(await comes('2026-11-24 15:01')).toBe('slot-taken')
  expect(await comes('2026-11-24 15:00')).toBe('done')
})

test('where he has been with somebody who came, the times of the other village that are too near are gone', async () => {
  expect(await freeTimes(resident)).toContainEqual(at(adviser, '2026-11-24 14:40'))
  expect(await comes('2026-11-24 13:45')).toBe('done')
  const free = await freeTimes(resident)
  expect(free).not.toContainEqual(at(adviser, '2026-11-24 14:40'))
  expect(free).toContainEqual(at(adviser, '2026-11-24 15:20'))
})

test('a time that she keeps while he goes elsewhere stays hers, and is not moved to where he cannot be', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  expect(await comes('2026-11-24 14:00')).toBe('done')
  const move = (when: string) => outcome(resident.call('moveBooking', { ...tap(id), ...at(adviser, when) }))
  expect(await move('2026-11-24 14:40')).toBe('slot-taken')
  expect(await move('2026-11-24 15:20')).toBe('done')
  expect(await resident.call('getBooking', { id })).toMatchObject({ reason, state: 'booked' })
})
