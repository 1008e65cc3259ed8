import { randomUUID } from 'node:crypto'
import { bookingEvents } from '@huiyin/shared/consultations/booking-states.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endPosts } from '../support/duties.ts'
import { listen, type Promised } from '../support/who-heard.ts'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, holds, itIs, openOffice, reason } from './booking.ts'
import { rooms } from './furnish.ts'

/** Who hears of what in the life of a booking, and what each of the two finds in it: by hand, from what the town was promised. */
let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
})
afterEach(() => closeOffice(world))

type Scene = () => Promise<string>
type Act = (id: string) => Promise<unknown>
type Row = Promised & { event: (typeof bookingEvents)[number]; when: string; scene: Scene; act: Act }

const time = () => at(adviser, '2026-11-26 14:00')
const kept: Scene = () => holds(resident, time())
const booked: Scene = () => books(resident, time())
const after =
  (scene: Scene, ...acts: Act[]): Scene =>
  async () => {
    const id = await scene()
    for (const act of acts) await act(id)
    return id
  }
const clock =
  (text: string): Act =>
  () =>
    itIs(world, text)
/** Sessions are not as old as this: only the time is another. */
const now =
  (text: string): Act =>
  async () => {
    world.clock.now = new Date(`${text.replace(' ', 'T')}:00+08:00`)
  }
const arrive: Act = () => resident.call('checkIn', { id: randomUUID(), place: rooms.legal.code })
const declare: Act = id => adviser.call('declareBooking', { ...tap(id), noConflict: true })
const record: Act = id => adviser.call('recordBooking', { ...tap(id), words: '谈过了', outcome: 'answered' })
const tells =
  (happened: boolean): Act =>
  id =>
    resident.call('tellTookPlace', { ...tap(id), happened })
const there = after(booked, now('2026-11-26 13:45'), arrive)
const recorded = after(there, now('2026-11-26 14:20'), declare, record)

const rows: Row[] = [
  {
    ...{
      event: 'hold',
      when: 'a time is kept',
      scene: async () => randomUUID(),
      act: id => holds(resident, time(), id),
    },
    ...{ hears: {}, quiets: false },
  },
  {
    ...{ event: 'extend', when: 'she needs more time', scene: kept, act: id => resident.call('extendHold', tap(id)) },
    ...{ hears: {}, quiets: false },
  },
  {
    ...{ event: 'book', when: 'she books', scene: kept },
    act: id => resident.call('confirmBooking', { ...tap(id), reason }),
    ...{ hears: { adviser: 'task-booking', resident: 'booking-booked' }, quiets: false },
  },
  {
    ...{ event: 'move', when: 'she moves it to another time of his', scene: booked },
    act: id => resident.call('moveBooking', { ...tap(id), ...at(adviser, '2026-12-01 14:00') }),
    ...{ hears: { adviser: 'task-booking-moved', resident: 'booking-moved' }, quiets: true },
  },
  {
    ...{ event: 'arrive', when: 'she signs in', scene: after(booked, now('2026-11-26 13:45')), act: arrive },
    ...{ hears: {}, quiets: true },
  },
  {
    ...{ event: 'declare', when: 'he has no conflict', scene: booked, act: declare },
    ...{ hears: {}, quiets: false },
  },
  {
    ...{ event: 'record', when: 'he writes it down', act: record },
    scene: after(there, now('2026-11-26 14:20'), declare),
    ...{ hears: { resident: 'booking-met' }, quiets: true },
  },
  {
    ...{ event: 'confirm', when: 'she says that it took place', scene: recorded, act: tells(true) },
    ...{ hears: {}, quiets: true },
  },
  {
    ...{ event: 'deny', when: 'she says that it did not', scene: recorded, act: tells(false) },
    ...{ hears: {}, quiets: true },
  },
  {
    ...{ event: 'miss', when: 'he says that nobody came', scene: after(booked, now('2026-11-26 14:16')) },
    act: id => adviser.call('missBooking', tap(id)),
    ...{ hears: { resident: 'booking-missed' }, quiets: true },
  },
  {
    ...{ event: 'cancel', when: 'she gives back what is only kept', scene: kept },
    act: id => resident.call('cancelBooking', tap(id)),
    ...{ hears: {}, quiets: false },
  },
  {
    ...{ event: 'cancel', when: 'she cancels', scene: booked, act: id => resident.call('cancelBooking', tap(id)) },
    ...{ hears: { adviser: 'task-booking-cancelled' }, quiets: true },
  },
  {
    ...{ event: 'pass', when: 'he has a conflict', scene: booked, act: id => adviser.call('passBooking', tap(id)) },
    ...{ hears: { resident: 'booking-passed' }, quiets: true },
  },
  {
    ...{ event: 'call-off', when: 'his duty has ended', scene: booked },
    act: async () => {
      await endPosts(world.outside.db, 'adviser', world.clock.now)
      world.clock.forward(1)
      await world.api.chores()
    },
    ...{ hears: { resident: 'booking-called-off' }, quiets: true },
  },
  {
    ...{ event: 'call-off', when: 'he takes leave', scene: booked },
    act: () =>
      adviser.call('addLeave', {
        ...{ id: randomUUID(), startsAt: '2026-11-26T00:00:00.000Z', endsAt: '2026-11-27T00:00:00.000Z' },
      }),
    ...{ hears: { resident: 'booking-called-off' }, quiets: true },
  },
  {
    ...{ event: 'expire', when: 'she has not filled it in', scene: kept, act: clock('2026-11-24 10:11') },
    ...{ hears: {}, quiets: false },
  },
  {
    ...{ event: 'remind', when: 'it is the evening before', scene: booked, act: clock('2026-11-25 18:00') },
    ...{ hears: { resident: 'booking-reminder' }, quiets: false },
  },
  {
    ...{ event: 'lapse', when: 'nobody has said anything for a day', act: clock('2026-11-27 14:31') },
    scene: after(booked, clock('2026-11-26 13:00')),
    ...{ hears: { resident: 'booking-missed' }, quiets: false },
  },
  {
    ...{ event: 'lapse', when: 'she had signed in and nobody has said more', scene: there },
    ...{ act: clock('2026-11-27 14:31'), hears: { resident: 'booking-unsaid' }, quiets: false },
  },
  {
    ...{ event: 'lapse', when: 'she has not confirmed for a week', scene: recorded, act: clock('2026-12-03 14:21') },
    ...{ hears: {}, quiets: false },
  },
]

test.each(rows)('$event: when $when, these hear, and nobody else', async ({ scene, act, hears, quiets }) => {
  const id = await scene()
  expect(await listen(world.outside.db, id, () => act(id), world.settle)).toEqual({ hears, quiets })
})

test('every event of the life has its row, papers aside, which have a file of their own', () => {
  expect(new Set([...rows.map(it => it.event), 'attach'])).toEqual(new Set(bookingEvents))
})

/** Keys under which there is nothing for this reader. */
const empty = (view: object) =>
  Object.entries(view)
    .filter(([, value]) => value === null || (Array.isArray(value) && value.length === 0))
    .map(([key]) => key)
    .sort()

test('she reads all of hers; before the gate he reads whom he could be in conflict with and no word; then her reason', async () => {
  const id = await books(resident, time(), { otherSide: '钱多多', forOther: '母亲', mandate: true })
  const seen = (who: Someone) => who.call('getBooking', { id })
  const [seenByAsker, seenByAdviser] = [await seen(resident), await seen(adviser)]
  expect(Object.keys(seenByAdviser)).toEqual(Object.keys(seenByAsker))
  const nothing = ['files', 'holdUntil', 'outcome', 'record']
  expect(empty(seenByAsker)).toEqual(nothing)
  expect(empty(seenByAdviser)).toEqual([...nothing, 'forOther', 'reason'].sort())
  expect(seenByAdviser).toMatchObject({ otherSide: '钱多多', who: '居民', reader: 'adviser' })
  await declare(id)
  expect(empty(await seen(adviser))).toEqual(nothing)
  expect(await seen(adviser)).toMatchObject({ reason, forOther: '母亲' })
  for (const other of ['adviser-mate', 'justice', 'officer', 'lead', 'admin', 'neighbour'])
    expect(await refusal(seen(await world.someone(other)))).toBe('not-found')
})

test('what he writes down is his alone, and whether she has rated is hers', async () => {
  const id = await recorded()
  const seen = (who: Someone) => who.call('getBooking', { id })
  expect(await seen(adviser)).toMatchObject({ record: '谈过了', outcome: 'answered', rated: false })
  expect((await seen(resident)).record).toBeNull()
  expect(JSON.stringify(await seen(resident))).not.toContain('谈过了')
})
