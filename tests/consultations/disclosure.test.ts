import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, freeTimes, holds, itIs, kindsTold, openOffice, reason } from './booking.ts'

let world: World
let resident: Someone
let adviser: Someone
let neutral: Someone
let mate: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
  neutral = await world.someone('adviser-neutral')
  mate = await world.someone('adviser-mate')
})
afterEach(() => closeOffice(world))

const seen = (who: Someone, id: string) => who.call('getBooking', { id })

test('he sees with whom there could be a conflict, and the reason only once he has declared that there is none', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'), { otherSide: '钱多多' })
  const seenByAdviser = await seen(adviser, id)
  expect(seenByAdviser).toMatchObject({ reader: 'adviser', otherSide: '钱多多', reason: null, declared: false })
  expect(seenByAdviser.can).toEqual(['declare', 'pass'])
  expect(seenByAdviser.who).toBe('居民')
  const once = { ...tap(id), noConflict: true as const }
  await adviser.call('declareBooking', once)
  await adviser.call('declareBooking', once)
  expect(await seen(adviser, id)).toMatchObject({ reason, declared: true })
  expect(await refusal(adviser.call('declareBooking', { ...tap(id), noConflict: true }))).toBe('wrong-state')
})

test('with a conflict it is called off, she is told, the reason never opens, and the time is free again', async () => {
  const wanted = at(adviser, '2026-11-26 14:00')
  const id = await books(resident, wanted, { otherSide: '钱多多' })
  await adviser.call('passBooking', tap(id))
  expect(await seen(resident, id)).toMatchObject({ state: 'cancelled', reason })
  expect(await seen(adviser, id)).toMatchObject({ reason: null, otherSide: null })
  expect(await kindsTold(resident)).toContain('booking-passed')
  expect(await freeTimes(resident)).toContainEqual(wanted)
})

test('nothing is written down by whoever has not passed the gate', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  await itIs(world, '2026-11-24 14:10')
  const record = { words: '谈了借条', outcome: 'answered' as const }
  expect(await refusal(adviser.call('recordBooking', { ...tap(id), ...record }))).toBe('not-allowed')
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  await adviser.call('recordBooking', { ...tap(id), ...record })
})

test('against the committee no lawyer whom it pays, nor one of his firm, but a neighbour of another firm', async () => {
  const against = { reason, againstCommittee: true, committeeOf: 't001v1' }
  const own = await holds(resident, at(adviser, '2026-11-26 14:00'))
  expect(await refusal(resident.call('confirmBooking', { ...tap(own), reason, againstCommittee: true }))).toBe(
    'neutral-adviser-needed',
  )
  await resident.call('cancelBooking', tap(own))
  const sameFirm = await holds(resident, at(mate, '2026-11-26 09:00', 't001v2'))
  expect(await refusal(resident.call('confirmBooking', { ...tap(sameFirm), ...against }))).toBe(
    'neutral-adviser-needed',
  )
  const other = await holds(resident, at(neutral, '2026-11-25 14:00', 't001v2'))
  await resident.call('confirmBooking', { ...tap(other), ...against })
  expect(await seen(resident, other)).toMatchObject({ againstCommittee: true })
  const back = { ...tap(other), ...at(adviser, '2026-11-26 14:40') }
  expect(await refusal(resident.call('moveBooking', back))).toBe('neutral-adviser-needed')
})

test('nobody else learns that a booking exists, of whatever duty; and he no more once his duty has ended', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  for (const openid of [
    'stranger',
    'worker',
    'lead',
    'officer',
    'justice',
    'admin',
    'adviser-mate',
    'adviser-neutral',
  ]) {
    const who = await world.someone(openid)
    expect([openid, await refusal(seen(who, id))]).toEqual([openid, 'not-found'])
    expect(await refusal(who.call('cancelBooking', tap(id)))).toBe('not-found')
    expect(await refusal(who.call('declareBooking', { ...tap(id), noConflict: true }))).toBe('not-found')
    expect(await refusal(who.call('moveBooking', { ...tap(id), ...at(adviser, '2026-11-26 14:40') }))).toBe('not-found')
  }
  expect(await refusal(adviser.call('cancelBooking', tap(id)))).toBe('not-allowed')
  expect(await refusal(resident.call('declareBooking', { ...tap(id), noConflict: true }))).toBe('not-allowed')
  await rowsOf(
    world.outside.db,
    sql`update postings set until_at = from_at + interval '1 day' where person_id = ${adviser.id}::uuid`,
  )
  expect(await refusal(seen(adviser, id))).toBe('not-found')
  expect(await freeTimes(resident)).toEqual([])
})

test('what she wrote lies sealed and nowhere else: not in the history, not in an alert, not in his week', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'), {
    otherSide: '对方甲',
    forOther: '母亲乙',
    mandate: true,
  })
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  await itIs(world, '2026-11-24 14:10')
  await adviser.call('recordBooking', { ...tap(id), words: '记录丙', outcome: 'court' })
  const marks = [reason, '对方甲', '母亲乙', '记录丙']
  const tables = await rowsOf<{ name: string }>(
    world.outside.db,
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) {
    const rows = await rowsOf<{ row: string }>(
      world.outside.db,
      sql`select t::text as row from ${sql.identifier(name)} t`,
    )
    expect([name, marks.filter(mark => rows.some(({ row }) => row.includes(mark)))]).toEqual([name, []])
  }
  const week = await adviser.call('listWeek', { from: '2026-11-24', days: 7 })
  expect(marks.filter(mark => JSON.stringify(week).includes(mark))).toEqual([])
})

test('the id of somebody else’s booking, or of another step, is worth nothing', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  const other = await world.someone('other')
  expect(await refusal(holds(other, at(adviser, '2026-11-26 14:40'), id))).toBe('not-found')
  expect(await refusal(holds(resident, at(adviser, '2026-11-26 14:40'), id))).toBe('id-reused')
  const theirs = await books(other, at(adviser, '2026-11-26 14:40'))
  const once = tap(id)
  await resident.call('cancelBooking', once)
  expect(await refusal(other.call('cancelBooking', { id: theirs, eventId: once.eventId }))).toBe('not-found')
  expect(await refusal(resident.call('cancelBooking', { id: randomUUID(), eventId: randomUUID() }))).toBe('not-found')
})
