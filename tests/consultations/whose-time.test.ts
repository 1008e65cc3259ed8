import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, holds, itIs, openOffice, reason, shanghai } from './booking.ts'
import { rooms } from './furnish.ts'

/** Limits of a day, and times that are not for whoever asks. */
let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
})
afterEach(() => closeOffice(world))

const thursday = '2026-11-26'

test('twenty times a day may be asked for; a day after the first of them she may ask again, to the minute', async () => {
  const wanted = at(adviser, `${thursday} 14:00`)
  for (let n = 0; n < 20; n++) await resident.call('cancelBooking', tap(await holds(resident, wanted)))
  expect(await refusal(holds(resident, wanted))).toBe('too-many')
  await holds(await world.someone('other'), at(adviser, `${thursday} 14:40`))
  world.clock.forward(24 * 60 - 1)
  expect(await refusal(holds(resident, wanted))).toBe('too-many')
  world.clock.forward(1)
  await holds(resident, wanted)
})

test('the calendar of a village says when somebody comes, not when its lawyer is away; his own says both', async () => {
  await books(resident, at(adviser, `${thursday} 14:00`))
  const leave = { startsAt: shanghai('2026-11-27 00:00'), endsAt: shanghai('2026-11-28 00:00') }
  await adviser.call('addLeave', {
    id: randomUUID(),
    startsAt: leave.startsAt.toISOString(),
    endsAt: leave.endsAt.toISOString(),
  })
  const read = async (who: Someone, whose: { communityId?: string }) => {
    const { url } = await who.call('renewCalendar', whose)
    return (await world.anybody(new URL(url, 'http://town').pathname)).text()
  }
  const village = await read(await world.someone('justice'), { communityId: 't001v1' })
  const own = await read(adviser, {})
  expect([village, own].map(it => it.includes('DTSTART:20261126T060000Z'))).toEqual([true, true])
  expect([village, own].map(it => it.includes('DTSTART:20261126T160000Z'))).toEqual([false, true])
})

test('a village that is gone offers nothing to its neighbours', async () => {
  const places = async () => {
    const times = await freeTimes(resident, { wide: true })
    return [...new Set(times.map(it => it.communityId))].toSorted()
  }
  expect(await places()).toEqual(['t001v1', 't001v2'])
  await rowsOf(world.outside.db, sql`update areas set retired = true where id = 't001v2'`)
  expect(await places()).toEqual(['t001v1'])
})

test('a matter against the committee does not go to whom it pays himself, though he works for no firm', async () => {
  await rowsOf(
    world.outside.db,
    sql`update postings set unit_id = null where person_id = ${adviser.id}::uuid and role = 'adviser'`,
  )
  const id = await holds(resident, at(adviser, `${thursday} 14:00`))
  const confirms = (againstCommittee: boolean) =>
    resident.call('confirmBooking', { ...tap(id), reason, againstCommittee })
  expect(await refusal(confirms(true))).toBe('neutral-adviser-needed')
  await confirms(false)
})

test('who talks with him by telephone is not signed in by the poster of his room', async () => {
  const id = await books(resident, at(adviser, '2026-11-27 09:00'))
  await itIs(world, '2026-11-27 08:50')
  resident = await world.someone('resident')
  expect(await refusal(resident.call('checkIn', { id: randomUUID(), place: rooms.legal.code }))).toBe('nothing-here')
  expect((await resident.call('getBooking', { id })).state).toBe('booked')
})

test('a wish stands on her list until its last day is past, an offer as long as it is kept', async () => {
  const times = (await freeTimes(resident)).filter(it => it.startsAt.startsWith(thursday))
  const booked = []
  for (const [n, wanted] of times.entries()) {
    const who = await world.someone(`early-${n}`)
    booked.push({ who, id: await books(who, wanted) })
  }
  const listed = async () => (await resident.call('listWaitlist', {})).items.map(it => it.state)
  const waits = (until: string) =>
    resident.call('joinWaitlist', { id: randomUUID(), communityId: 't001v1', from: thursday, until })
  await waits(thursday)
  expect(await listed()).toEqual(['waiting'])
  const [first] = booked
  await first?.who.call('cancelBooking', tap(first.id))
  await world.api.chores()
  expect(await listed()).toEqual(['offered'])
  world.clock.forward(31)
  await world.api.chores()
  expect(await listed()).toEqual([])
  const other = at(adviser, `${thursday} 14:00`)
  await books(await world.someone('late'), other).catch(() => {})
  await waits(thursday)
  world.clock.now = shanghai(`${thursday} 23:59`)
  expect(await listed()).toEqual(['waiting'])
  world.clock.now = shanghai('2026-11-27 00:00')
  expect(await listed()).toEqual([])
})
