import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, holds, itIs, kindsTold, openOffice, shanghai } from './booking.ts'
import { rooms } from './furnish.ts'

let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
})
afterEach(() => closeOffice(world))

const seen = (who: Someone, id: string) => who.call('getBooking', { id })
const arrives = (who: Someone, id: string, place: string = rooms.legal.code) =>
  who.call('arriveAtBooking', { ...tap(id), place })
const record = (id: string) => adviser.call('recordBooking', { ...tap(id), words: '谈了', outcome: 'answered' })
const tells = (id: string, happened: boolean, who = resident) => who.call('tellTookPlace', { ...tap(id), happened })

test('she says that it took place though he has written nothing; his record may follow, once', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  await itIs(world, '2026-11-24 14:29')
  expect(await refusal(tells(id, true))).toBe('too-early')
  await itIs(world, '2026-11-24 14:30')
  expect((await seen(resident, id)).can).toEqual(expect.arrayContaining(['confirm', 'deny']))
  expect(await tells(id, true)).toMatchObject({ state: 'confirmed' })
  expect(await refusal(record(id))).toBe('not-allowed')
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  expect(await record(id)).toMatchObject({ state: 'confirmed' })
  expect(await seen(adviser, id)).toMatchObject({ outcome: 'answered', record: '谈了' })
  expect(await refusal(record(id))).toBe('wrong-state')
  expect(await kindsTold(resident)).not.toContain('booking-met')
})

test('nobody came to her: she says so after a quarter of an hour, and it is no absence of hers', async () => {
  const justice = await world.someone('justice')
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  await itIs(world, '2026-11-24 13:50')
  await arrives(resident, id)
  await itIs(world, '2026-11-24 14:14')
  expect(await refusal(tells(id, false))).toBe('too-early')
  await itIs(world, '2026-11-24 14:15')
  expect(await tells(id, false)).toMatchObject({ state: 'missed' })
  const { items } = await justice.call('listCoverage', { township: 't001', month: '2026-11' })
  expect(items[0]).toMatchObject({ communityId: 't001v1', denied: 1, confirmed: 0, unconfirmed: 0 })
})

test('she had checked in and nobody wrote anything: she is asked, and the service waits for her word', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  await itIs(world, '2026-11-24 13:50')
  await arrives(resident, id)
  await itIs(world, '2026-11-25 14:31')
  expect(await seen(resident, id)).toMatchObject({ state: 'met' })
  expect(await kindsTold(resident)).toContain('booking-unsaid')
  expect(await tells(id, true)).toMatchObject({ state: 'confirmed' })
})

test('she had not checked in and nobody wrote anything: it did not take place', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  for (const time of ['24 13:10', '24 14:31', '25 14:31']) await itIs(world, `2026-11-${time}`)
  expect(await seen(resident, id)).toMatchObject({ state: 'missed' })
  expect(await kindsTold(resident)).toContain('booking-missed')
})

test('at a lecture signing in is enough: nobody has to write her down', async () => {
  const id = await books(resident, at(adviser, '2026-11-25 19:00'))
  await itIs(world, '2026-11-25 18:50')
  await arrives(resident, id, rooms.hall.code)
  await itIs(world, '2026-11-25 20:31')
  expect(await seen(resident, id)).toMatchObject({ state: 'confirmed', can: [] })
  expect((await seen(adviser, id)).can).toEqual([])
  expect(await refusal(record(id))).toBe('wrong-state')
  const { items } = await (await world.someone('justice')).call('listCoverage', { township: 't001', month: '2026-11' })
  expect(items[0]).toMatchObject({ lectures: 1 })
})

test('who let him wait twice may have one booking at a time, until three months have passed', async () => {
  const miss = async (day: string) => {
    const id = await books(resident, at(adviser, `${day} 14:00`))
    world.clock.now = shanghai(`${day} 14:20`)
    await adviser.call('missBooking', tap(id))
  }
  const two = async (day: string) => {
    const first = await books(resident, at(adviser, `${day} 14:00`))
    const second = await refusal(holds(resident, at(adviser, `${day} 14:40`)))
    await resident.call('cancelBooking', tap(first))
    return second
  }
  await miss('2026-11-24')
  await holds(resident, at(adviser, '2026-11-26 15:20'))
  await holds(resident, at(adviser, '2026-11-26 16:00'))
  await itIs(world, '2026-11-25 09:00')
  await miss('2026-11-26')
  expect(await two('2026-12-01')).toBe('one-at-a-time')
  world.clock.now = shanghai('2027-02-26 09:00')
  const again = await world.someone('resident')
  await holds(again, at(adviser, '2027-03-02 14:00'))
  await holds(again, at(adviser, '2027-03-02 14:40'))
})

test('who had checked in has not let anybody wait', async () => {
  for (const day of ['2026-11-24', '2026-11-26']) {
    const id = await books(resident, at(adviser, `${day} 14:00`))
    await itIs(world, `${day} 13:50`)
    await arrives(resident, id)
    await itIs(world, `${day} 14:20`)
    await adviser.call('missBooking', tap(id))
  }
  await holds(resident, at(adviser, '2026-12-01 14:00'))
  await holds(resident, at(adviser, '2026-12-01 14:40'))
})
