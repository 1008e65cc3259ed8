import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alsoAdvises } from '../support/duties.ts'
import { outcome, refusal, type Someone, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, holds, itIs, openOffice, shanghai } from './booking.ts'
import { rooms } from './furnish.ts'

/** What a lawyer offers and takes back: to the day and the minute, in his own name and no other's. */
let world: World
let resident: Someone
let adviser: Someone
let justice: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
  justice = await world.someone('justice')
})
afterEach(() => closeOffice(world))

const leave = (from: string, to: string, more: object = {}) => ({
  ...{ id: randomUUID(), startsAt: shanghai(from).toISOString(), endsAt: shanghai(to).toISOString(), ...more },
})
const shape = {
  ...{ communityId: 't001v1', placeId: rooms.hall.id as string, mode: 'onsite' as const, from: 540, to: 600 },
  ...{ slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 90, capacity: 1 },
}
const extra = (day: string, more: object = {}) => ({ ...shape, id: randomUUID(), day, ...more })
const walkIn = (when: string) => ({
  ...{ id: randomUUID(), placeId: rooms.legal.id, startsAt: shanghai(when).toISOString(), minutes: 20 },
})
const shownIn = async (communityId: string) =>
  (await resident.call('listVillageAdvisers', { communityId })).advisers.map(it => ({ ...it, name: it.adviser.name }))

test('leave that is over this very moment is none, and one that ends a minute later is', async () => {
  await itIs(world, '2026-11-24 12:00')
  expect(await refusal(adviser.call('addLeave', leave('2026-11-24 08:00', '2026-11-24 12:00')))).toBe('bad-input')
  await adviser.call('addLeave', leave('2026-11-24 08:00', '2026-11-24 12:01'))
})

test('the history says who called it off: the office, or he himself', async () => {
  const saidBy = async (who: Someone, day: string, more: object) => {
    const id = await books(resident, at(adviser, `${day} 14:00`))
    await who.call('addLeave', leave(`${day} 00:00`, `${day} 23:00`, more))
    return (await resident.call('getBooking', { id })).steps.at(-1)
  }
  expect(await saidBy(justice, '2026-11-26', { adviserId: adviser.id })).toMatchObject({ by: '司法所' })
  expect(await saidBy(adviser, '2026-12-01', {})).toMatchObject({ event: 'call-off', by: '法律顾问 周文' })
})

test('leave does not reach back to who has come without a booking on another day, nor to leave that was ended', async () => {
  const services = async () => (await justice.call('listMonths', { township: 't001' })).items.at(-1)?.walkIns
  await itIs(world, '2026-11-24 17:00')
  await adviser.call('addWalkIn', walkIn('2026-11-24 16:40'))
  const whole = leave('2026-11-26 00:00', '2026-11-27 00:00')
  await adviser.call('addLeave', whole)
  await adviser.call('endLeave', { id: whole.id })
  await adviser.call('addLeave', leave('2026-11-26 16:00', '2026-11-26 17:00'))
  expect(await services()).toBe(20)
  expect(await freeTimes(resident)).toContainEqual(at(adviser, '2026-11-26 14:00'))
  expect(await freeTimes(resident)).not.toContainEqual(at(adviser, '2026-11-26 16:00'))
})

test('who had come while he was, as it turned out, away is on no record', async () => {
  await itIs(world, '2026-11-24 16:00')
  await adviser.call('addWalkIn', walkIn('2026-11-24 16:40'))
  await adviser.call('addLeave', leave('2026-11-24 16:30', '2026-11-24 18:00'))
  await itIs(world, '2026-11-24 18:00')
  const record = await justice.fetch('/api/office/record?township=t001&month=2026-11&format=csv')
  expect(await record.text()).not.toContain('现场接待')
})

test('who comes without a booking may have the time that somebody kept and let run out', async () => {
  await holds(resident, at(adviser, '2026-11-24 14:00'))
  expect(await outcome(adviser.call('addWalkIn', walkIn('2026-11-24 14:00')))).toBe('slot-taken')
  world.clock.forward(11)
  expect(await outcome(adviser.call('addWalkIn', walkIn('2026-11-24 14:00')))).toBe('done')
})

test('a single day is set ninety days ahead, and not one more', async () => {
  await adviser.call('setExtraHours', extra('2027-02-22'))
  expect(await refusal(adviser.call('setExtraHours', extra('2027-02-23')))).toBe('bad-input')
})

test('a place where a single day was and is taken away again can be given up', async () => {
  const place = { id: randomUUID(), communityId: 't001v1', name: '祠堂' }
  await justice.call('addOfficePlace', place)
  const day = extra('2026-11-29', { placeId: place.id })
  await adviser.call('setExtraHours', day)
  expect(await refusal(justice.call('retireOfficePlace', { id: place.id }))).toBe('place-in-use')
  await adviser.call('endExtraHours', { id: day.id })
  await justice.call('retireOfficePlace', { id: place.id })
})

test('nobody sets hours under the number of another’s', async () => {
  const [own] = (await adviser.call('listOfficeHours', {})).hours
  const mate = await world.someone('adviser-mate')
  const theirs = { ...shape, communityId: 't001v2', placeId: rooms.bridge.id, weekday: 7, onDaysOff: false }
  expect(await refusal(mate.call('setOfficeHours', { ...theirs, id: own?.id ?? '' }))).toBe('not-found')
  expect((await adviser.call('listOfficeHours', {})).hours[0]).toEqual(own)
})

test('the village reads its lawyers in their order, and the hours of each as the week goes', async () => {
  await alsoAdvises(world.outside.db, 'partner', 't001v1', 'u-firm-2')
  const early = { ...shape, weekday: 2, onDaysOff: false, id: randomUUID() }
  await adviser.call('setOfficeHours', early)
  await adviser.call('setOfficeHours', { ...early, id: randomUUID(), weekday: 1 })
  const advisers = await shownIn('t001v1')
  expect(advisers.map(it => it.name)).toEqual(['周文', '何强'])
  const times = advisers[0]?.hours.map(it => it.weekday * 10_000 + it.from) ?? []
  expect(times).toHaveLength(6)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  await itIs(world, '2026-11-24 09:00')
  expect((await shownIn('t001v1'))[0]?.nextOnsite).toBe(shanghai('2026-11-24 09:00').toISOString())
  await itIs(world, '2026-11-24 09:01')
  expect((await shownIn('t001v1'))[0]?.nextOnsite).toBe(shanghai('2026-11-24 09:30').toISOString())
})

test('a village that is gone stands beside no lawyer’s name', async () => {
  await alsoAdvises(world.outside.db, 'adviser', 't001v2', 'u-firm')
  const villages = async () =>
    (await justice.call('listTownshipAdvisers', { township: 't001' })).items.find(it => it.id === adviser.id)?.villages
  expect((await villages())?.toSorted()).toEqual(['柳塘村', '石桥村'].toSorted())
  await rowsOf(world.outside.db, sql`update areas set retired = true where id = 't001v2' returning id`)
  expect(await villages()).toEqual(['柳塘村'])
})

test('the calendar of a village is for the office of its own town, and keeps sixty days', async () => {
  const next = await world.someone('justice-next-town')
  expect(await refusal(next.call('renewCalendar', { communityId: 't001v1' }))).toBe('not-allowed')
  await books(resident, at(adviser, '2026-11-24 14:00'))
  const { url } = await justice.call('renewCalendar', { communityId: 't001v1' })
  const read = async () => (await world.anybody(new URL(url).pathname)).text()
  world.clock.now = shanghai('2027-01-23 13:59')
  expect(await read()).toContain('DTSTART:20261124T060000Z')
  world.clock.now = shanghai('2027-01-23 14:01')
  expect(await read()).not.toContain('DTSTART:20261124T060000Z')
})
