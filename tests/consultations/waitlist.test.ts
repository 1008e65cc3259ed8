import { randomUUID } from 'node:crypto'
import { waitlistClock } from '@huiyin/api/consultations/booking/waitlist-clock.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, kindsTold, reason } from './booking.ts'

let world: World
let adviser: Someone
beforeEach(async () => {
  world = await openWorld()
  adviser = await world.someone('adviser')
})
afterEach(() => closeOffice(world))

const day = '2026-11-26'
/** Everything of one day is booked, by people of one time each. */
const fillTheDay = async () => {
  const times = (await freeTimes(await world.someone('looks'))).filter(it => it.startsAt.startsWith(day))
  const held = []
  for (const [n, wanted] of times.entries()) {
    const who = await world.someone(`early-${n}`)
    held.push({ who, wanted, id: await books(who, wanted) })
  }
  return held
}
const wish = () => ({ id: randomUUID(), communityId: 't001v1', from: day, until: day })
const waits = (who: Someone, it = wish()) => who.call('joinWaitlist', it)

test('where something is free nobody needs to wait', async () => {
  const asker = await world.someone('she')
  expect(await refusal(waits(asker))).toBe('still-free')
})

test('a lecture is no talk of her own: she may wait though seats are left, and is not kept one', async () => {
  const asker = await world.someone('she')
  await waits(asker, { ...wish(), from: '2026-11-25', until: '2026-11-25' })
  await world.api.chores()
  expect((await asker.call('listWaitlist', {})).items).toMatchObject([{ state: 'waiting' }])
  expect(await kindsTold(asker)).toEqual([])
})

test('who waits longest is kept the time that becomes free, hears of it, and confirms', async () => {
  const [first] = await fillTheDay()
  const [one, two] = [await world.someone('one'), await world.someone('two')]
  await waits(one)
  world.clock.forward(1)
  await waits(two)
  await first?.who.call('cancelBooking', tap(first.id))
  await world.api.chores()
  expect(await kindsTold(one)).toContain('booking-offered')
  expect(await kindsTold(two)).not.toContain('booking-offered')
  const [entry] = (await one.call('listWaitlist', {})).items
  expect(entry).toMatchObject({ state: 'offered', village: '柳塘村' })
  const id = entry?.offeredId ?? ''
  expect(await one.call('getBooking', { id })).toMatchObject({ state: 'held', startsAt: first?.wanted.startsAt })
  world.clock.forward(25)
  await world.api.chores()
  await one.call('confirmBooking', { ...tap(id), reason })
  expect((await two.call('listWaitlist', {})).items).toMatchObject([{ state: 'waiting' }])
})

test('what she does not confirm in half an hour goes to the next', async () => {
  const [first] = await fillTheDay()
  const [one, two] = [await world.someone('one'), await world.someone('two')]
  await waits(one)
  world.clock.forward(1)
  await waits(two)
  await first?.who.call('cancelBooking', tap(first.id))
  await world.api.chores()
  world.clock.forward(31)
  await world.api.chores()
  await world.api.chores()
  expect(await kindsTold(two)).toContain('booking-offered')
  expect(await kindsTold(one)).toContain('booking-lapsed')
  expect(await kindsTold(adviser)).not.toContain('task-booking-lapsed')
})

test('a worker that looked her up, and comes to her after another has offered her a time, keeps no second one', async () => {
  const [first, second] = await fillTheDay()
  const she = await world.someone('she')
  const entry = await waits(she)
  for (const it of [first, second]) await it?.who.call('cancelBooking', tap(it.id))
  const house = { db: world.outside.db, now: world.clock.now }
  const clock = waitlistClock(world.outside)
  const [one] = await clock.takeUp(house, [entry.id])
  const [two] = await clock.takeUp(house, [entry.id])
  expect([await one?.take(house), await two?.take(house)]).toEqual([true, false])
  expect((await she.call('listMyBookings', {})).items).toHaveLength(1)
})

test('the same wish twice is one, another under its number is refused, and who leaves is offered nothing', async () => {
  const [first] = await fillTheDay()
  const asker = await world.someone('she')
  const it = wish()
  expect(await waits(asker, it)).toEqual(await waits(asker, it))
  expect(await refusal(waits(asker, { ...it, until: '2026-11-27' }))).toBe('id-reused')
  expect(await refusal(waits(await world.someone('other'), it))).toBe('not-found')
  expect(await refusal(waits(asker))).toBe('too-many-bookings')
  expect(await refusal((await world.someone('other')).call('leaveWaitlist', { id: it.id }))).toBe('not-found')
  await asker.call('leaveWaitlist', { id: it.id })
  await first?.who.call('cancelBooking', tap(first.id))
  await world.api.chores()
  expect(await kindsTold(asker)).not.toContain('booking-offered')
  expect(await freeTimes(await world.someone('looks'))).toContainEqual(at(adviser, `${day} 14:00`))
})
