import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { closeGate, meet } from '@huiyin/tests/support/gate.ts'
import { openTwoProcesses, type Two } from '@huiyin/tests/support/two-processes.ts'
import { outcome, type Someone, tap, type World } from '@huiyin/tests/support/world.ts'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, books, closeOffice, freeTimes, holds, openOffice, reason } from '../booking.ts'
import { signInMany } from '../crowd.ts'
import { rooms } from '../furnish.ts'

/** Two processes of the service that share a database and nothing else. */
let world: World
let adviser: Someone
let both: Two
let url: string
beforeAll(async () => {
  ;({ world, adviser } = await openOffice())
  url = world.databaseUrl ?? ''
  both = await openTwoProcesses(world)
})
afterAll(async () => {
  both.close()
  await closeOffice(world)
})

const all = <T>(statement: SQL) => rowsOf<T>(world.outside.db, statement)
const by = (who: Someone, n: number) => (n % 2 ? both.one : both.two).by(who)

test('a time that two want by two processes is kept for one, and the other hears so', async () => {
  const [one, two] = (await signInMany(world, 2)) as [Someone, Someone]
  const wanted = at(adviser, '2026-11-26 14:00')
  const takes = { before: 'insert', of: 'bookings' } as const
  const { first, second } = await meet(
    ...([url, takes] as const),
    () => holds(by(one, 0), wanted),
    () => holds(by(two, 1), wanted),
  )
  expect(first.status).toBe('fulfilled')
  expect(second).toMatchObject({ status: 'rejected', reason: { problem: { code: 'slot-taken' } } })
})

test('eight who want a seat of one lecture at once, by two processes, have one each', async () => {
  const people = await signInMany(world, 9)
  await adviser.call('setExtraHours', {
    ...{ id: randomUUID(), communityId: 't001v1', placeId: rooms.hall.id, mode: 'onsite', day: '2026-11-28' },
    ...{ from: 600, to: 660, slotMinutes: 60, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 30, capacity: 9 },
  })
  const lecture = at(adviser, '2026-11-28 10:00')
  const [first, ...others] = people as [Someone, ...Someone[]]
  await holds(first, lecture)
  const gate = await closeGate(url, { before: 'insert', of: 'bookings' })
  const asked = others.map((it, n) => outcome(holds(by(it, n), lecture)))
  await gate.waiting(8)
  await gate.remove()
  expect(await Promise.all(asked)).toEqual(others.map(() => 'done'))
  const [row] = await all<{ seats: number[] }>(sql`select json_agg(b.seat order by b.seat) as seats
    from bookings b join appointments a on a.id = b.appointment_id where a.kind = 'lecture'`)
  expect(row?.seats).toEqual(people.map((_, n) => n + 1))
})

test('who waits is offered one of two times that became free, though two processes look at once', async () => {
  const she = await world.someone('waits')
  const day = '2026-12-01'
  const early = []
  for (const wanted of (await freeTimes(she)).filter(it => it.startsAt.startsWith(day))) {
    const who = await world.someone(`early-${wanted.startsAt}`)
    early.push({ who, id: await books(who, wanted) })
  }
  await she.call('joinWaitlist', { id: randomUUID(), communityId: 't001v1', from: day, until: day })
  for (const { who, id } of early.slice(0, 2)) await who.call('cancelBooking', tap(id))
  const offers = { before: 'insert', of: 'bookings', when: `new.person_id = '${she.id}'` } as const
  const { waited } = await meet(url, offers, both.one.chores, both.two.chores)
  expect(waited, 'the second waits for nobody').toBe(false)
  expect((await she.call('listMyBookings', {})).items).toMatchObject([{ state: 'held' }])
})

test('her kept time runs out while she confirms, and somebody else wants it: one of them has it, the other hears so', async () => {
  const [she, other] = (await signInMany(world, 2)) as [Someone, Someone]
  const wanted = at(adviser, '2026-12-03 14:00')
  const id = await holds(she, wanted)
  world.clock.forward(10)
  const ends = { before: 'update', of: 'bookings', when: `new.id = '${id}' and new.state = 'expired'` } as const
  const { first, second } = await meet(
    ...([url, ends] as const),
    () => holds(by(other, 0), wanted),
    () => by(she, 1).call('confirmBooking', { ...tap(id), reason }),
  )
  const heard = [first, second].map(it => (it.status === 'fulfilled' ? 'done' : it.reason.problem.code))
  expect(heard.sort()).toEqual(['done', 'slot-taken'])
})
