import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, kindsTold, openOffice, shanghai } from './booking.ts'

let world: World
let resident: Someone
let adviser: Someone
let justice: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
  justice = await world.someone('justice')
})
afterEach(() => closeOffice(world))

/** Thursday the 26th, whole. */
const thursday = (adviserId?: string) => ({
  ...{ id: randomUUID(), ...(adviserId && { adviserId }) },
  startsAt: shanghai('2026-11-26 00:00').toISOString(),
  endsAt: shanghai('2026-11-27 00:00').toISOString(),
})
const freeOnThursday = async () => (await freeTimes(resident)).filter(it => it.startsAt.startsWith('2026-11-26')).length

test('the lawyer lies ill: the justice office enters his leave, those who had booked hear of it, and so does he', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  const leave = thursday(adviser.id)
  expect(await justice.call('addLeave', leave)).toEqual({ calledOff: 1 })
  expect(await justice.call('addLeave', leave)).toEqual({ calledOff: 1 })
  expect((await resident.call('getBooking', { id })).state).toBe('cancelled')
  expect(await kindsTold(resident)).toContain('booking-called-off')
  expect((await kindsTold(adviser)).filter(it => it === 'leave-entered')).toHaveLength(1)
  expect(await freeOnThursday()).toBe(0)
  const { items } = await justice.call('listTownshipAdvisers', { township: 't001' })
  expect(items.find(it => it.id === adviser.id)).toMatchObject({
    ...{ name: '周文', firm: expect.any(String), villages: ['柳塘村'] },
    leaves: [{ id: leave.id, startsAt: leave.startsAt, endsAt: leave.endsAt }],
  })
  expect((await adviser.call('listOfficeHours', {})).leaves).toMatchObject([{ id: leave.id }])
})

test('he is well again: either of them ends it, and he hears of what the office did', async () => {
  const leave = thursday(adviser.id)
  await justice.call('addLeave', leave)
  await justice.call('endLeave', { id: leave.id })
  await justice.call('endLeave', { id: leave.id })
  expect((await kindsTold(adviser)).filter(it => it === 'leave-ended')).toHaveLength(1)
  expect(await freeOnThursday()).toBeGreaterThan(0)
  const again = thursday(adviser.id)
  await justice.call('addLeave', again)
  await adviser.call('endLeave', { id: again.id })
  expect((await kindsTold(adviser)).filter(it => it === 'leave-ended')).toHaveLength(1)
  expect(await freeOnThursday()).toBeGreaterThan(0)
})

test('his own leave rings nobody; nobody enters or ends it for a lawyer of somebody else’s', async () => {
  const own = thursday()
  await adviser.call('addLeave', own)
  expect(await kindsTold(adviser)).toEqual([])
  const mate = await world.someone('adviser-mate')
  const next = await world.someone('justice-next-town')
  for (const who of [mate, next]) {
    expect(await refusal(who.call('addLeave', thursday(adviser.id)))).toBe('not-found')
    expect(await refusal(who.call('endLeave', { id: own.id }))).toBe('not-found')
  }
  expect(await refusal(resident.call('addLeave', thursday(adviser.id)))).toBe('not-allowed')
  expect(await refusal(resident.call('endLeave', { id: own.id }))).toBe('not-allowed')
  expect(await refusal(justice.call('addLeave', thursday(resident.id)))).toBe('not-found')
  expect(await refusal(justice.call('addLeave', { ...own, adviserId: mate.id }))).toBe('not-found')
  expect(await freeOnThursday()).toBe(0)
})
