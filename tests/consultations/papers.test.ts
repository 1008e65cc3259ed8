import { randomUUID } from 'node:crypto'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { photo } from '../support/picture.ts'
import { refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books, closeOffice, kindsTold, openOffice, shanghai } from './booking.ts'

let world: World
let resident: Someone
let adviser: Someone
beforeEach(async () => {
  ;({ world, adviser, resident } = await openOffice())
})
afterEach(() => closeOffice(world))

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj')
const send = async (who: Someone, bytes: Uint8Array = pdf, id: string = randomUUID()) => {
  const form = new FormData()
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'x', { type: 'application/octet-stream' }))
  expect((await who.fetch(`/api/files/${id}`, { method: 'POST', body: form })).status).toBe(201)
  return id
}
const papersOf = async (who: Someone, id: string) => (await who.call('getBooking', { id })).files
const attaches = (who: Someone, id: string, ...fileIds: string[]) => who.call('attachFiles', { ...tap(id), fileIds })

test('what she brings is read by the lawyer once he has passed the gate, and by nobody else', async () => {
  const id = await books(resident, at(adviser, '2026-11-26 14:00'))
  const [contract, later] = [await send(resident, await photo()), randomUUID()]
  await attaches(resident, id, contract, later)
  expect(await papersOf(resident, id)).toMatchObject([
    { id: contract, kind: 'photo', mine: true },
    { id: later, kind: null, url: null },
  ])
  expect(await papersOf(adviser, id)).toEqual([])
  await send(resident, pdf, later)
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  const [, document] = await papersOf(adviser, id)
  expect(document).toMatchObject({ id: later, kind: 'pdf', mine: false })
  expect(new Uint8Array(await (await world.anybody(document?.url ?? '')).arrayBuffer())).toEqual(pdf)
  await resident.call('cancelBooking', tap(id))
  expect(await papersOf(adviser, id)).toEqual([])
})

test('what the lawyer gives her she hears of, also after they have met', async () => {
  const id = await books(resident, at(adviser, '2026-11-24 14:00'))
  expect(await refusal(attaches(adviser, id, await send(adviser)))).toBe('not-allowed')
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  world.clock.now = shanghai('2026-11-24 14:30')
  await adviser.call('recordBooking', { ...tap(id), words: '谈了', outcome: 'answered' })
  await resident.call('tellTookPlace', { ...tap(id), happened: true })
  const draft = await send(adviser)
  const once = { ...tap(id), fileIds: [draft] }
  expect(await adviser.call('attachFiles', once)).toEqual(await adviser.call('attachFiles', once))
  expect(await papersOf(resident, id)).toMatchObject([{ id: draft, kind: 'pdf', mine: false }])
  expect(await kindsTold(resident)).toContain('booking-paper')
})

test('nobody attaches a paper of somebody else, nor one paper to two matters', async () => {
  const [one, two] = [
    await books(resident, at(adviser, '2026-11-26 14:00')),
    await books(resident, at(adviser, '2026-11-26 14:40')),
  ]
  const foreign = await send(await world.someone('neighbour'))
  expect(await refusal(attaches(resident, one, foreign))).toBe('not-found')
  const own = await send(resident)
  await attaches(resident, one, own)
  expect(await refusal(attaches(resident, two, own))).toBe('not-found')
  expect(await papersOf(resident, two)).toEqual([])
  expect(await refusal(attaches(await world.someone('stranger'), one, randomUUID()))).toBe('not-found')
})

const lostKinds = async (openid: string) =>
  (await kindsTold(await world.someone(openid))).filter(it => it.includes('files-lost'))
/** What was announced and never came is given up, and told, some days later. */
const waitInVain = async () => {
  world.clock.forward(photoLimits.awaitedDays * 24 * 60 + 1)
  for (let n = 0; n < 3; n++) await world.api.chores()
}

test('of papers that never came she is told once, and so is the lawyer who may read them', async () => {
  const id = await books(resident, at(adviser, '2026-12-03 14:00'))
  await attaches(resident, id, randomUUID(), randomUUID())
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  await waitInVain()
  expect(await lostKinds('resident')).toEqual(['booking-files-lost'])
  expect(await lostKinds('adviser')).toEqual(['task-booking-files-lost'])
})

test('a lawyer who has not passed the gate hears nothing of papers', async () => {
  const id = await books(resident, at(adviser, '2026-12-03 14:00'))
  await attaches(resident, id, randomUUID())
  await waitInVain()
  expect([await lostKinds('resident'), await lostKinds('adviser')]).toEqual([['booking-files-lost'], []])
})

test('of his own paper that never came the lawyer is told, and she is not troubled with it', async () => {
  const id = await books(resident, at(adviser, '2026-12-03 14:00'))
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  await attaches(adviser, id, randomUUID())
  await waitInVain()
  expect([await lostKinds('resident'), await lostKinds('adviser')]).toEqual([[], ['task-booking-own-files-lost']])
})

test('of papers of a booking that she cancelled nobody is told', async () => {
  const id = await books(resident, at(adviser, '2026-12-03 14:00'))
  await attaches(resident, id, randomUUID())
  await resident.call('cancelBooking', tap(id))
  await waitInVain()
  expect([await lostKinds('resident'), await lostKinds('adviser')]).toEqual([[], []])
})
