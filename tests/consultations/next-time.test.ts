import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, holds, itIs, kindsTold, openOffice, reason, shanghai } from './booking.ts'

let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
})
afterEach(() => closeOffice(world))

/** A meeting that he has written down. */
const met = async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  world.clock.now = shanghai('2026-11-24 14:30')
  await adviser.call('recordBooking', { ...tap(id), words: '下次带借条来', outcome: 'follow-up' })
  return id
}
const proposes = (it: ReturnType<typeof tap>, when: string, who = adviser) => {
  const { communityId, startsAt } = at(adviser, when)
  return who.call('proposeNext', { ...it, communityId, startsAt })
}

test('the lawyer keeps his next time for her: hers alone for two days, booked by her word', async () => {
  const first = await met()
  const own = await freeTimes(adviser, { own: 'true' })
  expect(own).toContainEqual(at(adviser, '2026-12-01 14:00'))
  expect(await freeTimes(adviser)).not.toContainEqual(at(adviser, '2026-12-01 14:00'))
  const once = tap(first)
  const next = await proposes(once, '2026-12-01 14:00')
  expect(next).toMatchObject({ id: once.eventId, state: 'held', reader: 'adviser', reason: null })
  expect(next.holdUntil).toBe(shanghai('2026-11-26 14:30').toISOString())
  expect(await proposes(once, '2026-12-01 14:00')).toEqual(next)
  expect(await kindsTold(resident)).toContain('booking-next')
  await itIs(world, '2026-11-25 20:00')
  const stranger = await world.someone('stranger')
  expect(await freeTimes(stranger)).not.toContainEqual(at(adviser, '2026-12-01 14:00'))
  await resident.call('confirmBooking', { ...tap(next.id), reason })
  expect(await resident.call('getBooking', { id: next.id })).toMatchObject({ state: 'booked' })
})

test('what she does not confirm is free again', async () => {
  const next = await proposes(tap(await met()), '2026-12-01 14:00')
  await itIs(world, '2026-11-26 14:31')
  expect(await resident.call('getBooking', { id: next.id })).toMatchObject({ state: 'expired' })
  expect(await freeTimes(resident)).toContainEqual(at(adviser, '2026-12-01 14:00'))
  expect(await kindsTold(resident)).toContain('booking-lapsed')
  expect(await kindsTold(adviser)).toContain('task-booking-lapsed')
})

test('what she gives back the lawyer hears, who had kept it for her', async () => {
  const next = await proposes(tap(await met()), '2026-12-01 14:00')
  await resident.call('cancelBooking', tap(next.id))
  expect(await kindsTold(adviser)).toContain('task-booking-lapsed')
  expect(await freeTimes(resident)).toContainEqual(at(adviser, '2026-12-01 14:00'))
})

test('not before they have met, not by anybody else, not at a taken time, and not a third one', async () => {
  const coming = await books(resident, at(adviser, '2026-11-24 14:40'))
  await adviser.call('declareBooking', { ...tap(coming), noConflict: true })
  expect(await refusal(proposes(tap(coming), '2026-12-01 14:00'))).toBe('wrong-state')
  const first = await met()
  expect(await refusal(proposes(tap(first), '2026-12-01 14:00', resident))).toBe('not-allowed')
  expect(await refusal(proposes(tap(first), '2026-12-01 14:00', await world.someone('adviser-mate')))).toBe('not-found')
  const other = await world.someone('other')
  await holds(other, at(adviser, '2026-12-01 14:00'))
  expect(await refusal(proposes(tap(first), '2026-12-01 14:00'))).toBe('slot-taken')
  const used = tap(first)
  await proposes(used, '2026-12-01 14:40')
  expect(await refusal(proposes(used, '2026-12-01 15:20'))).toBe('id-reused')
  expect(await refusal(proposes(tap(first), '2026-12-01 15:20'))).toBe('she-has-enough')
})
