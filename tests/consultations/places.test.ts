import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, refusal, type Someone, type World } from '../support/world.ts'
import { at, books } from './booking.ts'
import { rooms } from './furnish.ts'

let world: World
let adviser: Someone
let justice: Someone
beforeEach(async () => {
  world = await openWorld()
  adviser = await world.someone('adviser')
  justice = await world.someone('justice')
})
afterEach(() => world.close())

test('the justice office adds a place; its code cannot be told from its id', async () => {
  const place = { id: randomUUID(), communityId: 't001v1', name: '村部二楼' }
  const added = await justice.call('addOfficePlace', place)
  expect(added).toMatchObject({ ...place, village: '柳塘村', code: expect.stringMatching(/^[0-9A-Za-z]{10}$/) })
  expect(await justice.call('addOfficePlace', place)).toEqual(added)
  expect(await refusal(justice.call('addOfficePlace', { ...place, name: '别处' }))).toBe('id-reused')
  const next = await world.someone('justice-next-town')
  expect(await refusal(next.call('addOfficePlace', { ...place, id: randomUUID() }))).toBe('not-allowed')
  expect(await refusal(next.call('addOfficePlace', { ...place, communityId: 't002v1' }))).toBe('not-found')
  expect((await adviser.call('listOfficeHours', {})).places.map(it => it.name)).toContain('村部二楼')
})

test('a place is taken out of use once no hours stand there; what is booked there stays', async () => {
  const resident = await world.someone('resident')
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  expect(await refusal(justice.call('retireOfficePlace', { id: rooms.legal.id }))).toBe('place-in-use')
  const { hours } = await adviser.call('listOfficeHours', {})
  for (const it of hours) if (it.placeId === rooms.legal.id) await adviser.call('endOfficeHours', { id: it.id })
  await justice.call('retireOfficePlace', { id: rooms.legal.id })
  expect(await refusal(justice.call('retireOfficePlace', { id: rooms.legal.id }))).toBe('not-found')
  const { items } = await justice.call('listOfficePlaces', { township: 't001' })
  expect(items.map(it => it.id).sort()).toEqual([rooms.hall.id, rooms.bridge.id])
  expect(await resident.call('getBooking', { id })).toMatchObject({ state: 'booked', place: rooms.legal.name })
})

test('the poster opens the check-in of that place, and is the township’s alone to print', async () => {
  const { image, type } = await justice.call('getPlaceCode', { id: rooms.hall.id })
  expect(type).toBe('image/png')
  expect(Buffer.from(image, 'base64').subarray(1, 4).toString()).toBe('PNG')
  expect(world.wechat.control.codes().at(-1)).toMatchObject({
    scene: rooms.hall.code,
    page: 'consultations/pages/check-in/index',
  })
  const poster = await justice.fetch(`/api/office/places/${rooms.hall.id}/poster`)
  expect(poster.headers.get('content-security-policy')).toContain("default-src 'none'")
  const page = await poster.text()
  expect(page).toContain('柳塘村 议事厅')
  expect(page).toContain(`data:${type};base64,${image}`)
  const next = await world.someone('justice-next-town')
  expect(await refusal(next.call('getPlaceCode', { id: rooms.hall.id }))).toBe('not-found')
  expect(await refusal(adviser.call('getPlaceCode', { id: rooms.hall.id }))).toBe('not-allowed')
})

test('a village may be called what it likes: on the poster it stays words', async () => {
  const place = { id: randomUUID(), communityId: 't001v1', name: '<b onload=x>&"' }
  await justice.call('addOfficePlace', place)
  const page = await (await justice.fetch(`/api/office/places/${place.id}/poster`)).text()
  expect(page).toContain('&lt;b onload=x&gt;&amp;')
  expect(page).not.toContain('<b onload')
})
