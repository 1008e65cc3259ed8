import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, shanghai } from './booking.ts'
import { rooms } from './furnish.ts'

let world: World
let resident: Someone
let adviser: Someone
const open = async (env: Record<string, string> = { WECHAT_VIDEO: 'on' }) => {
  world = await openWorld({ env })
  adviser = await world.someone('adviser')
  resident = await world.someone('resident')
}
beforeEach(() => open())
afterEach(() => world.close())

/** Sunday the 29th from nine to ten, by video. */
const byVideo = () => ({
  ...{ id: randomUUID(), communityId: 't001v1', placeId: rooms.hall.id, mode: 'video' as const, day: '2026-11-29' },
  ...{ from: 540, to: 600, slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 30, capacity: 1 },
})
const booked = async () => {
  await adviser.call('setExtraHours', byVideo())
  return books(resident, at(adviser, '2026-11-29 09:00'))
}
const parties = (id: string, who = adviser) => who.call('getVideoCall', { id })

test('around the time the lawyer gets what the call needs; she is called, and learns nobody’s account', async () => {
  const id = await booked()
  world.clock.now = shanghai('2026-11-29 08:55')
  expect(await refusal(parties(id))).toBe('not-allowed')
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  expect((await adviser.call('getBooking', { id })).can).toContain('call')
  expect(await parties(id)).toEqual({
    caller: { nickname: '法律顾问 周文', account: 'adviser' },
    listener: { nickname: '居民', account: 'resident' },
  })
  expect((await resident.call('getBooking', { id })).can).not.toContain('call')
  expect(await refusal(parties(id, resident))).toBe('not-allowed')
})

test('not long before, not long after, and not once it is called off', async () => {
  const id = await booked()
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  world.clock.now = shanghai('2026-11-29 08:49')
  expect(await refusal(parties(id))).toBe('too-early')
  world.clock.now = shanghai('2026-11-29 10:00')
  expect(await refusal(parties(id))).toBe('too-late')
  await adviser.call('missBooking', tap(id))
  expect(await refusal(parties(id))).toBe('wrong-state')
})

test('where the account has no video nobody can offer it', async () => {
  expect((await adviser.call('listOfficeHours', {})).modes).toContain('video')
  await world.close()
  await open({})
  expect((await adviser.call('listOfficeHours', {})).modes).toEqual(['onsite', 'phone'])
  expect(await refusal(adviser.call('setExtraHours', byVideo()))).toBe('no-video')
})
