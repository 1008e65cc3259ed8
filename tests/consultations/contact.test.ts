import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, refusal, type Someone, type World } from '../support/world.ts'
import { at, books } from './booking.ts'
import { rooms } from './furnish.ts'

let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  world = await openWorld()
  adviser = await world.someone('adviser')
  resident = await world.someone('resident')
})
afterEach(() => world.close())

const publishes = (contact: { phone?: string | null; photoId?: string | null }, who = adviser) =>
  who.call('publishContact', { phone: '0571-1234567', photoId: null, ...contact })
const shown = async () => (await resident.call('listVillageAdvisers', { communityId: 't001v1' })).advisers[0]
const checked = (id: string, as: string) =>
  rowsOf(world.outside.db, sql`update photos set check_state = ${as} where id = ${id}::uuid returning id`)

test('an adviser publishes his number; who is met by telephone has one, and who booked it may call', async () => {
  const [friday, neutral] = [at(adviser, '2026-11-27 09:00'), await world.someone('adviser-neutral')]
  const id = await books(resident, friday)
  const mine = { phone: '0571-1234567', photoId: null, photo: 'none', photoUrl: null }
  expect(await publishes({})).toEqual(mine)
  expect((await adviser.call('listOfficeHours', {})).contact).toEqual(mine)
  expect([(await shown())?.phone, (await resident.call('getBooking', { id })).phone]).toEqual([mine.phone, mine.phone])
  for (const phone of ['12', '打我手机']) expect(await refusal(publishes({ phone }))).toBe('bad-input')
  expect((await shown())?.phone).toBe(mine.phone)
  const byPhone = {
    ...{ id: randomUUID(), communityId: 't001v2', placeId: rooms.bridge.id, mode: 'phone' as const, weekday: 1 },
    ...{ from: 540, to: 600, slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 14, capacity: 1 },
    onDaysOff: false,
  }
  expect(await refusal(publishes({ phone: null }))).toBe('contact-needed')
  expect(await refusal(neutral.call('setOfficeHours', byPhone))).toBe('contact-needed')
  await publishes({ phone: '0571-7654321' }, neutral)
  await neutral.call('setOfficeHours', byPhone)
  expect(await refusal(publishes({}, resident))).toBe('not-allowed')
})

test('his photo is shown to the village once it has passed the check, and no longer than he likes', async () => {
  const photo = await adviser.upload()
  await checked(photo.id, 'asked')
  expect(await publishes({ photoId: photo.id })).toMatchObject({ photoId: photo.id, photo: 'waiting' })
  expect((await shown())?.photoUrl).toBeNull()
  await checked(photo.id, 'pass')
  expect((await adviser.call('listOfficeHours', {})).contact).toMatchObject({ photo: 'shown' })
  const url = (await shown())?.photoUrl ?? ''
  expect((await world.anybody(url)).status).toBe(200)
  await checked(photo.id, 'risky')
  expect((await shown())?.photoUrl).toBeNull()
  expect(await refusal(publishes({ photoId: photo.id }))).toBe('photo-not-passed')
  await checked(photo.id, 'review')
  expect((await adviser.call('listOfficeHours', {})).contact).toMatchObject({ photo: 'refused' })
  await checked(photo.id, 'pass')
  await publishes({ photoId: null })
  expect((await shown())?.photoUrl).toBeNull()
})

test('it must be his own, and be here', async () => {
  expect(await refusal(publishes({ photoId: (await resident.upload()).id }))).toBe('not-found')
  expect(await refusal(publishes({ photoId: randomUUID() }))).toBe('photo-not-ready')
  expect((await adviser.call('listOfficeHours', {})).contact).toMatchObject({ photoId: null })
})
