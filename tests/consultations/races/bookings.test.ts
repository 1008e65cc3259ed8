import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { repetitions } from '@huiyin/tests/support/depth.ts'
import { openWorld, Refused, type Someone, tap, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { at, books, freeTimes, holds, reason, shanghai } from '../booking.ts'
import { signInMany } from '../crowd.ts'
import { rooms } from '../furnish.ts'
import { brokenBookings } from '../invariants.ts'

/** F17–F19 on a real PostgreSQL. After each, everything that is stored is lawful. */
let world: World
let adviser: Someone
let neutral: Someone
beforeEach(async () => {
  world = await openWorld()
  adviser = await world.someone('adviser')
  neutral = await world.someone('adviser-neutral')
})
afterEach(async () => {
  await world.settle()
  expect(await brokenBookings(world.outside.db)).toEqual([])
  await world.close()
})

const crowd = (most: number) => signInMany(world, most)
const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'fulfilled' ? 'done' : result.reason instanceof Refused ? result.reason.problem.code : 'failed'
const tally = async (calls: Promise<unknown>[]) => {
  const counts: Record<string, number> = {}
  for (const code of (await Promise.allSettled(calls)).map(codeOf)) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

const most = repetitions(40, 1000)
/** A machine that others use serves a thousand in some minutes. */
const long = 900_000

test(
  'a crowd wants one time: one has it, the others hear so and what is left',
  async () => {
    const people = await crowd(most)
    const wanted = at(adviser, '2026-11-26 14:00')
    expect(await tally(people.map(it => holds(it, wanted)))).toEqual({ done: 1, 'slot-taken': most - 1 })
  },
  long,
)

test(
  'many want each of ten lectures for three: each has its three, on other seats',
  async () => {
    const days = ['11-28', '11-29', '11-30', '12-05', '12-06', '12-07', '12-12', '12-13', '12-14', '12-19']
    for (const day of days)
      await adviser.call('setExtraHours', {
        ...{ id: randomUUID(), communityId: 't001v1', placeId: rooms.hall.id, mode: 'onsite', day: `2026-${day}` },
        ...{ from: 600, to: 660, slotMinutes: 60, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 30, capacity: 3 },
      })
    const people = await crowd(most)
    const wish = (n: number) => at(adviser, `2026-${days[n % 10]} 10:00`)
    expect(await tally(people.map((it, n) => holds(it, wish(n))))).toEqual({ done: 30, 'slot-taken': most - 30 })
    const seats = await rowsOf<{ seats: number[] }>(
      world.outside.db,
      sql`select json_agg(seat order by seat) as seats from bookings group by appointment_id`,
    )
    expect(seats.map(it => it.seats)).toEqual(days.map(() => [1, 2, 3]))
  },
  long,
)

test('an army of accounts keeps every time there is: ten minutes later all are free for whoever means it', async () => {
  const [resident] = (await crowd(1)) as [Someone]
  const offered = await freeTimes(resident)
  expect(offered.length).toBeGreaterThan(20)
  const army = await crowd(offered.length)
  let left = offered
  // A lecture has three seats.
  for (let wave = 0; wave < 3 && left.length > 0; wave++) {
    await Promise.all(army.map((it, n) => holds(it, left[n % left.length] ?? expect.unreachable()).catch(() => {})))
    left = await freeTimes(resident)
  }
  expect(left).toEqual([])
  await world.settle()
  world.clock.forward(11)
  expect(await freeTimes(resident)).toEqual(offered)
  await books(resident, offered[0] ?? expect.unreachable())
})

test('all seats of a lecture are given back at once, and it is over; the next one gets a new one', async () => {
  const people = await crowd(3)
  const lecture = at(adviser, '2026-11-25 19:00')
  for (let round = 0; round < 5; round++) {
    const ids = await Promise.all(people.map(it => holds(it, lecture)))
    await Promise.all(people.map((it, n) => it.call('cancelBooking', tap(ids[n] ?? ''))))
    const [row] = await rowsOf<{ live: number }>(
      world.outside.db,
      sql`select count(*)::int as live from appointments where live`,
    )
    expect(row?.live).toBe(0)
  }
})

test('one person at twenty phones has two times and no more', async () => {
  const [who] = await crowd(1)
  const times = ['14:00', '14:40', '15:20', '16:00'].flatMap(it => [`2026-11-24 ${it}`, `2026-11-26 ${it}`])
  const counts = await tally(times.map(it => holds(who as Someone, at(adviser, it))))
  expect(counts).toEqual({ done: 2, 'too-many-bookings': 6 })
})

test('twenty copies of one tap are one booking', async () => {
  const [who] = (await crowd(1)) as [Someone]
  const id = randomUUID()
  const wanted = at(adviser, '2026-11-26 14:00')
  const held = await Promise.all([...Array(20)].map(() => who.call('holdSlot', { id, ...wanted })))
  expect(new Set(held.map(it => it.number)).size).toBe(1)
  const once = { ...tap(id), reason }
  const booked = await Promise.all([...Array(20)].map(() => who.call('confirmBooking', once)))
  expect(new Set(booked.map(it => JSON.stringify(it))).size).toBe(1)
  const there = { ...tap(id), ...at(adviser, '2026-11-26 15:20') }
  const moved = await Promise.all([...Array(10)].map(() => who.call('moveBooking', there)))
  expect(new Set(moved.map(it => JSON.stringify(it))).size).toBe(1)
})

test('crossing moves wait for nobody in a circle: each has its old time or the new one', async () => {
  const people = await crowd(8)
  const times = [
    ...['14:00', '14:40', '15:20', '16:00'].map(it => at(adviser, `2026-11-26 ${it}`)),
    ...['14:00', '14:40', '15:20', '16:00'].map(it => at(neutral, `2026-11-25 ${it}`, 't001v2')),
    ...['14:00', '15:20'].map(it => at(adviser, `2026-12-01 ${it}`)),
  ]
  const ids = await Promise.all(people.map((it, n) => books(it, times[n] ?? (times[0] as (typeof times)[0]))))
  let done = 0
  for (let round = 0; round < 10; round++) {
    const moves = people.map((it, n) =>
      it.call('moveBooking', { ...tap(ids[n] ?? ''), ...(times[(n + 2 + round) % 10] as (typeof times)[0]) }),
    )
    // Into the time of the next one, who moves on too: nobody can be sure of it, and nothing else may be said.
    const counts = await tally(moves)
    done += counts.done ?? 0
    expect(Object.keys(counts).filter(it => it !== 'done' && it !== 'slot-taken')).toEqual([])
    const [row] = await rowsOf<{ n: number; places: number }>(
      world.outside.db,
      sql`select count(*)::int as n, count(distinct appointment_id)::int as places from bookings where state = 'booked'`,
    )
    expect(row).toEqual({ n: 8, places: 8 })
  }
  expect(done).toBeGreaterThan(5)
})

test('leave while others book: who came before is called off and told, who came after is refused', async () => {
  for (const day of ['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03', '2026-12-08']) {
    const people = await crowd(12)
    const times = ['14:00', '14:40', '15:20', '16:00']
    const early = await Promise.all(people.slice(0, 2).map((it, n) => books(it, at(adviser, `${day} ${times[n]}`))))
    const leave = {
      id: randomUUID(),
      startsAt: shanghai(`${day} 14:00`).toISOString(),
      endsAt: shanghai(`${day} 18:00`).toISOString(),
    }
    const late = people.slice(2).map((it, n) => holds(it, at(adviser, `${day} ${times[2 + (n % 2)]}`)))
    const [answered, ...held] = await Promise.allSettled([adviser.call('addLeave', leave), ...late])
    expect(codeOf(answered as PromiseSettledResult<unknown>)).toBe('done')
    expect(held.map(codeOf).filter(it => it !== 'done' && it !== 'slot-taken')).toEqual([])
    const kept = held.flatMap(it => (it.status === 'fulfilled' ? [it.value] : []))
    const { calledOff } = (answered as PromiseFulfilledResult<{ calledOff: number }>).value
    expect(calledOff).toBe(early.length + kept.length)
    for (const [n, id] of [...early.entries()]) {
      const who = people[n] as Someone
      expect(await who.call('getBooking', { id })).toMatchObject({ state: 'cancelled' })
      expect((await who.call('listAlerts', {})).items.map(it => it.kind)).toContain('booking-called-off')
    }
    expect(await adviser.call('addLeave', leave)).toEqual({ calledOff })
  }
})

test('the chores run in five places at once: a kept time ends once, a reminder is sent once', async () => {
  const people = await crowd(6)
  const times = ['14:00', '14:40', '15:20']
  const booked = await Promise.all(people.slice(0, 3).map((it, n) => books(it, at(adviser, `2026-11-26 ${times[n]}`))))
  await Promise.all(people.slice(3).map((it, n) => holds(it, at(adviser, `2026-11-24 ${times[n]}`))))
  world.clock.now = shanghai('2026-11-25 18:00')
  await Promise.all([...Array(5)].map(() => world.api.chores()))
  const rows = await rowsOf<{ event: string; n: number }>(
    world.outside.db,
    sql`select event, count(*)::int as n from booking_events where event in ('expire', 'remind') group by event order by event`,
  )
  expect(rows).toEqual([
    { event: 'expire', n: 3 },
    { event: 'remind', n: booked.length },
  ])
})
