import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { walk } from '@huiyin/tests/support/depth.ts'
import { openWorld, outcome, type Someone, tap, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, freeTimes, reason, shanghai, type Wanted } from '../booking.ts'
import { brokenBookings } from '../invariants.ts'

/**
 * Three people and an adviser tap whatever they like, several at once. One after another, each answer is foretold by a model of
 * times and who has them; at once, whatever the order, what is stored at the end is lawful and is what everybody was told.
 */
let world: World
let adviser: Someone
let crowd: Someone[]
let monday = shanghai('2026-11-23 08:00').getTime()
const week = 7 * 86_400_000
const clocks = ['14:00', '14:40', '15:20', '16:00']
const people = 3

beforeAll(async () => {
  world = await openWorld()
  crowd = await Promise.all([...Array(people).keys()].map(n => world.someone(`storm-${n}`)))
  adviser = await world.someone('adviser')
  // The storm goes on for years, over holidays too.
  await rowsOf(world.outside.db, sql`update office_hours set on_days_off = true`)
  await rowsOf(world.outside.db, sql`update sessions set expires_at = '2099-01-01'`)
})
afterAll(() => world.close())

const step = fc.record({
  verb: fc.constantFrom('hold', 'hold', 'hold', 'book', 'book', 'cancel', 'move', 'move', 'leave', 'return', 'wait'),
  who: fc.nat({ max: people - 1 }),
  slot: fc.nat({ max: clocks.length - 1 }),
})
type Step = { verb: string; who: number; slot: number }

/** One time of the Thursday of this week of the storm. */
const timeOf = (slot: number): Wanted => {
  const day = new Date(monday + 3 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  return at(adviser, `${day} ${clocks[slot]}`)
}
const leaveOf = (slot: number) => {
  const { startsAt } = timeOf(slot)
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + 30 * 60_000).toISOString() }
}

type Booking = { id: string; slot: number; state: 'held' | 'booked'; until: number }
type Model = { now: number; of: (Booking | undefined)[]; leave: (string | undefined)[] }

const alive = (m: Model, it: Booking | undefined) => it !== undefined && (it.state === 'booked' || it.until > m.now)
const taken = (m: Model, slot: number) =>
  m.leave[slot] !== undefined || m.of.some(it => it?.slot === slot && alive(m, it))

/** What the service ought to say; the model is changed where it says yes. */
const foretell = (m: Model, { verb, who, slot }: Step, id: string): string => {
  const mine = m.of[who]
  if (verb === 'hold') {
    if (taken(m, slot)) return 'slot-taken'
    m.of[who] = { id, slot, state: 'held', until: m.now + 10 }
    return 'done'
  }
  if (verb === 'leave') {
    m.of = m.of.map(it => (it?.slot === slot && alive(m, it) ? undefined : it))
    m.leave[slot] = id
    return 'done'
  }
  if (verb === 'return') {
    m.leave[slot] = undefined
    return 'done'
  }
  if (!mine) return 'done'
  if (verb === 'book') {
    if (mine.state === 'booked') return 'wrong-state'
    // A kept time that has run out can still be booked while it is free, for nobody else came and took it.
    if (!alive(m, mine) && taken(m, mine.slot)) return 'slot-taken'
    mine.state = 'booked'
    return 'done'
  }
  if (verb === 'cancel') {
    const over = mine.state === 'held' && !alive(m, mine)
    m.of[who] = undefined
    return over ? 'either' : 'done'
  }
  if (mine.state === 'held') return 'wrong-state'
  if (taken(m, slot)) return 'slot-taken'
  mine.slot = slot
  return 'done'
}

const act = (m: Model, { verb, who, slot }: Step, id: string): Promise<unknown> => {
  const person = crowd[who] as Someone
  const mine = m.of[who]
  if (verb === 'hold') return person.call('holdSlot', { id, ...timeOf(slot) })
  if (verb === 'leave') return adviser.call('addLeave', { id, ...leaveOf(slot) })
  if (verb === 'return')
    return m.leave[slot] ? adviser.call('endLeave', { id: m.leave[slot] as string }) : Promise.resolve()
  if (!mine) return Promise.resolve()
  if (verb === 'book') return person.call('confirmBooking', { ...tap(mine.id), reason })
  if (verb === 'cancel') return person.call('cancelBooking', tap(mine.id))
  return person.call('moveBooking', { ...tap(mine.id), ...timeOf(slot) })
}

/** The next week, when what was booked in the last one is over. */
const begin = async (): Promise<Model> => {
  monday += week
  world.clock.now = new Date(monday)
  await world.api.chores()
  return { now: 0, of: Array(people).fill(undefined), leave: Array(clocks.length).fill(undefined) }
}

test('one after another, every answer is what the model says, and so is what is free afterwards', async () => {
  const met = new Set<string>()
  await walk(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), async steps => {
      const m = await begin()
      for (const it of steps) {
        // One time each, so that nobody's two turns come into play here.
        if (it.verb === 'hold' && m.of[it.who]) continue
        if (it.verb === 'leave' && m.leave[it.slot]) continue
        if (it.verb === 'wait') {
          m.now += 11
          world.clock.forward(11)
          if (it.slot % 2) await world.api.chores()
          continue
        }
        const id = randomUUID()
        const work = act(m, it, id)
        const due = foretell(m, it, id)
        const answer = await outcome(work)
        if (due !== 'either') expect(`${it.verb} ${answer}`).toBe(`${it.verb} ${due}`)
        met.add(`${it.verb} ${answer}`)
      }
      const free = (await freeTimes(crowd[0] as Someone)).map(it => it.startsAt)
      for (const slot of clocks.keys())
        expect([slot, free.includes(timeOf(slot).startsAt)]).toEqual([slot, !taken(m, slot)])
    }),
    20,
    2000,
  )
  for (const it of [
    'hold done',
    'hold slot-taken',
    'book done',
    'cancel done',
    'move done',
    'move slot-taken',
    'leave done',
    'return done',
  ])
    expect(met).toContain(it)
  await world.settle()
  expect(await brokenBookings(world.outside.db)).toEqual([])
}, 900_000)

test('all at once, nothing is said but yes or a clean no, and what is stored is lawful', async () => {
  await walk(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async steps => {
      const m = await begin()
      for (const who of crowd.keys()) {
        const id = randomUUID()
        await crowd[who]?.call('holdSlot', { id, ...timeOf(who) })
        await crowd[who]?.call('confirmBooking', { ...tap(id), reason })
        m.of[who] = { id, slot: who, state: 'booked', until: 0 }
      }
      const answers = await Promise.all(
        steps.map(it => (it.verb === 'wait' ? 'done' : outcome(act(m, it, randomUUID())))),
      )
      const clean = ['done', 'slot-taken', 'wrong-state', 'moved-meanwhile', 'too-many-bookings']
      expect(answers.filter(it => !clean.includes(it))).toEqual([])
    }),
    6,
    200,
  )
  await world.settle()
  expect(await brokenBookings(world.outside.db)).toEqual([])
}, 900_000)
