import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { allow } from '../alerts/allowing.ts'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, holds, itIs, kindsTold, openOffice } from './booking.ts'

let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
})
afterEach(() => closeOffice(world))

const reminders = async () => (await kindsTold(resident)).filter(it => it === 'booking-reminder').length
const state = async (id: string) => (await resident.call('getBooking', { id })).state

const waitingFor = (id: string) =>
  rowsOf(
    world.outside.db,
    sql`select id from alerts where kind = 'booking-reminder' and state = 'waiting' and matter_id = ${id}::uuid`,
  )

test('she is reminded on the evening before and an hour before, once each', async () => {
  await books(resident, at(adviser, '2026-11-26 14:00'))
  await itIs(world, '2026-11-25 17:59')
  expect(await reminders()).toBe(0)
  await itIs(world, '2026-11-25 18:00')
  await world.api.chores()
  expect(await reminders()).toBe(1)
  await itIs(world, '2026-11-26 12:59')
  expect(await reminders()).toBe(1)
  await itIs(world, '2026-11-26 13:00')
  await world.api.chores()
  expect(await reminders()).toBe(2)
  await itIs(world, '2026-11-26 13:59')
  expect(await reminders()).toBe(2)
  const [alert] = (await resident.call('listAlerts', {})).items
  expect(alert?.text).toBe('11月26日 14:00，柳塘村法律服务室，法律顾问 周文')
  expect(alert?.page).toMatch(/^consultations\/pages\/show\/index\?id=/)
})

test('not after a cancellation, and what waits to be sent is taken back', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  const alsoId = await books(resident, at(adviser, '2026-11-27 09:00'))
  // WeChat is away: the reminder of the evening waits.
  await allow(world, resident, 'progress')
  world.wechat.control.inject({ path: '/cgi-bin/message/subscribe/send', times: 99, errcode: -1 })
  await itIs(world, '2026-11-25 18:00')
  expect(await waitingFor(id)).toHaveLength(1)
  await resident.call('cancelBooking', tap(id))
  await resident.call('cancelBooking', tap(alsoId))
  expect(await waitingFor(id)).toEqual([])
  await itIs(world, '2026-11-27 08:30')
  expect(await reminders()).toBe(1)
})

test('moved, she is reminded of the new time alone', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  await resident.call('moveBooking', { ...tap(id), ...at(adviser, '2026-12-01 14:00') })
  await itIs(world, '2026-11-26 13:30')
  expect(await reminders()).toBe(0)
  await itIs(world, '2026-11-30 18:00')
  expect(await reminders()).toBe(1)
})

test('when the clock stood still she is reminded once, and of nothing that is past', async () => {
  await books(resident, at(adviser, '2026-11-26 14:00'))
  await itIs(world, '2026-11-26 13:30')
  expect(await reminders()).toBe(1)
  await books(await world.someone('other'), at(adviser, '2026-12-01 14:00'))
  await itIs(world, '2026-12-01 14:00')
  const rows = await rowsOf<{ n: number }>(
    world.outside.db,
    sql`select count(*)::int as n from alerts where kind = 'booking-reminder' and channel = 'inbox'`,
  )
  expect(rows[0]?.n).toBe(1)
})

test('what nobody writes down ends after a day, and her two turns are free again', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  await itIs(world, '2026-11-25 14:29')
  expect(await state(id)).toBe('booked')
  await itIs(world, '2026-11-25 14:30')
  expect(await state(id)).toBe('missed')
  expect(await kindsTold(resident)).toContain('booking-missed')
  await holds(resident, at(adviser, '2026-11-26 14:00'))
  await holds(resident, at(adviser, '2026-11-26 14:40'))
})

test('what she does not confirm within a week stays unconfirmed for good', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  await itIs(world, '2026-11-24 14:10')
  await adviser.call('recordBooking', { ...tap(id), words: '谈了', outcome: 'answered' })
  await itIs(world, '2026-12-01 14:10')
  expect(await state(id)).toBe('met')
  expect((await resident.call('getBooking', { id })).can).toEqual(['attach'])
  expect(await refusal(resident.call('tellTookPlace', { ...tap(id), happened: true }))).toBe('too-late')
})
