import { randomUUID } from 'node:crypto'
import { enterDays } from '@huiyin/db/grids/calendar-queries.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alsoAdvises, endPosts } from '../support/duties.ts'
import { listen } from '../support/who-heard.ts'
import { type Refused, refusal, type Someone, tap, type World } from '../support/world.ts'
import {
  at,
  books,
  closeOffice,
  freeTimes,
  holds,
  itIs,
  kindsTold,
  openOffice,
  reason,
  type Wanted,
} from './booking.ts'
import { rooms } from './furnish.ts'

/** What is hers, and until when; and what she is shown where it is not to be had. */
let world: World
let resident: Someone
let adviser: Someone
let neutral: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
  neutral = await world.someone('adviser-neutral')
})
afterEach(() => closeOffice(world))

const seen = (id: string, who = resident) => who.call('getBooking', { id })
const single = { slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 60, capacity: 1 }
/** The times that she is offered in place of this one. */
const insteadOf = async (wanted: Wanted) => {
  const refused = await resident.call('holdSlot', { id: randomUUID(), ...wanted }).catch((it: unknown) => it as Refused)
  const { choices } = (refused as Refused).problem as { choices?: { startsAt: string; adviser: { id: string } }[] }
  return choices?.map(it => ({ adviserId: it.adviser.id, startsAt: it.startsAt })) ?? []
}

test('moved to another lawyer, the first hears that she does not come, the other that she does', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  const move = () => resident.call('moveBooking', { ...tap(id), ...at(neutral, '2026-11-28 09:00', 't001v2') })
  expect(await listen(world.outside.db, id, move, world.settle)).toMatchObject({
    hears: { adviser: 'task-booking-cancelled', 'adviser-neutral': 'task-booking', resident: 'booking-moved' },
  })
})

test('until when it can be cancelled is said of what is booked, and of nothing else', async () => {
  const id = await holds(resident, at(adviser, '2026-11-26 14:00'))
  expect((await seen(id)).cancelUntil).toBeNull()
  await resident.call('confirmBooking', { ...tap(id), reason })
  expect((await seen(id)).cancelUntil).toBe('2026-11-26T04:00:00.000Z')
  await resident.call('cancelBooking', tap(id))
  expect((await seen(id)).cancelUntil).toBeNull()
})

test('where one is taken, the nearest is that of another lawyer at the very same time', async () => {
  await alsoAdvises(world.outside.db, 'adviser-neutral', 't001v1', 'u-firm-2')
  const day = { id: randomUUID(), communityId: 't001v1', placeId: rooms.hall.id, mode: 'onsite' as const }
  await neutral.call('setExtraHours', { ...day, ...single, day: '2026-11-26', from: 840, to: 870 })
  const wanted = at(adviser, '2026-11-26 14:00')
  await holds(await world.someone('other'), wanted)
  expect((await insteadOf(wanted))[0]).toEqual({ adviserId: neutral.id, startsAt: wanted.startsAt })
})

test('where nothing is left for two weeks, the weeks after are looked through', async () => {
  const [lawyer, office] = [await world.someone('adviser-next-town'), await world.someone('justice-next-town')]
  const place = { id: randomUUID(), communityId: 't002v1', name: '村部' }
  await office.call('addOfficePlace', place)
  for (const day of ['2026-11-26', '2026-12-13']) {
    const where = { id: randomUUID(), communityId: 't002v1', placeId: place.id, mode: 'onsite' as const }
    await lawyer.call('setExtraHours', { ...where, ...single, day, from: 840, to: 870 })
  }
  const wanted = at(lawyer, '2026-11-26 14:00', 't002v1')
  await holds(await world.someone('other'), wanted)
  expect((await insteadOf(wanted)).map(it => it.startsAt)).toEqual(['2026-12-13T06:00:00.000Z'])
})

test('what is booked stays hers though the clock has not come by to remind her', async () => {
  const wanted = at(adviser, '2026-11-26 14:00')
  await books(resident, wanted)
  world.clock.forward(2 * 24 * 60)
  const other = await world.someone('other')
  expect(await freeTimes(other)).not.toContainEqual(wanted)
  expect(await freeTimes(other)).toContainEqual(at(adviser, '2026-11-26 14:40'))
})

test('one may wait for sixty days, and not for one more', async () => {
  const waits = (until: string) =>
    refusal(resident.call('joinWaitlist', { id: randomUUID(), communityId: 't001v1', from: '2026-11-24', until }))
  expect(await waits('2027-01-23')).toBe('still-free')
  expect(await waits('2027-01-24')).toBe('bad-input')
})

test('who waits is offered what becomes free on her last day too', async () => {
  const today = (await freeTimes(resident)).filter(it => it.startsAt.startsWith('2026-11-24'))
  const early: { who: Someone; id: string }[] = []
  for (const [n, wanted] of today.entries()) {
    const who = await world.someone(`early-${n}`)
    early.push({ who, id: await books(who, wanted) })
  }
  const days = { from: '2026-11-24', until: '2026-11-24' }
  await resident.call('joinWaitlist', { id: randomUUID(), communityId: 't001v1', ...days })
  const last = early.at(-1)
  await last?.who.call('cancelBooking', tap(last.id))
  await world.api.chores()
  expect(await kindsTold(resident)).toContain('booking-offered')
})

test('what she kept, and kept longer, ends in silence', async () => {
  const id = await holds(resident, at(adviser, '2026-11-26 14:00'))
  world.clock.forward(8)
  await resident.call('extendHold', tap(id))
  world.clock.forward(11)
  await world.api.chores()
  expect((await seen(id)).state).toBe('expired')
  expect([...(await kindsTold(resident)), ...(await kindsTold(adviser))]).toEqual([])
})

test('days of a year without a notice are uncertain, until the office has entered the whole of it', async () => {
  await itIs(world, '2026-12-20 10:00')
  const uncertain = async () => {
    const { items } = await resident.call('listSlots', { communityId: 't001v1', limit: 60, from: '2027-01-05' })
    return new Set(items.map(it => it.daysUnknown))
  }
  expect(await uncertain()).toEqual(new Set([true]))
  await enterDays(world.outside.db, [{ day: '2027-01-08', working: false, name: '停电' }], world.clock.now)
  expect(await uncertain()).toEqual(new Set([true]))
  await enterDays(world.outside.db, [{ day: '2027-01-08', working: false, name: '停电' }], world.clock.now, '2027')
  expect(await uncertain()).toEqual(new Set([false]))
})

test('a firm that he has left is none of his: the committee that pays it does not pay him', async () => {
  const untilAt = new Date('2026-11-01T00:00:00Z')
  await alsoAdvises(world.outside.db, 'adviser-neutral', 't001v2', 'u-firm', { untilAt })
  const against = { againstCommittee: true, committeeOf: 't001v1' }
  const id = await books(resident, at(neutral, '2026-11-28 09:00', 't001v2'), against)
  expect(await seen(id)).toMatchObject({ state: 'booked', againstCommittee: true })
})

test('he is shown with the firm for which he advises that village, not with that of another one, or another town', async () => {
  const { db } = world.outside
  await alsoAdvises(db, 'adviser', 't001v2', 'u-firm-2')
  await alsoAdvises(db, 'adviser', 't002v1', 'u-water-2', { rank: -1 })
  const day = { id: randomUUID(), communityId: 't001v2', placeId: rooms.bridge.id, mode: 'onsite' as const }
  await adviser.call('setExtraHours', { ...day, ...single, day: '2026-11-29', from: 540, to: 570 })
  const [first, second] = [
    await books(resident, at(adviser, '2026-11-26 14:00')),
    await books(resident, at(adviser, '2026-11-29 09:00', 't001v2')),
  ]
  expect((await seen(first)).adviser.firm).toBe('明理律师事务所')
  expect((await seen(second)).adviser.firm).toBe('公道律师事务所')
})

test('whose duty ends in this town is forsaken here whatever he does in another; who sits with him already is not', async () => {
  const { db } = world.outside
  const [now, coming] = [
    await books(resident, at(adviser, '2026-11-24 14:00')),
    await books(resident, at(adviser, '2026-11-26 14:00')),
  ]
  await itIs(world, '2026-11-24 14:10')
  await endPosts(db, 'adviser', world.clock.now)
  await alsoAdvises(db, 'adviser', 't002v1', 'u-firm')
  world.clock.forward(1)
  await world.api.chores()
  expect([(await seen(now)).state, (await seen(coming)).state]).toEqual(['booked', 'cancelled'])
})
