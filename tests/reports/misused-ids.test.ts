import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, refusal, type Someone, type World } from '../support/world.ts'

let world: World
let resident: Someone
let stranger: Someone
let worker: Someone
let id: string
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  stranger = await world.someone('stranger')
  worker = await world.someone('worker')
})
beforeEach(async () => {
  id = await file(resident)
})
afterAll(() => world.close())

const filing = (more: object = {}) => ({ id: randomUUID(), words: '楼道里堆着垃圾', buildingId: 't001v1g1b1', ...more })
const file = async (who: Someone, more: object = {}) => (await who.call('fileReport', filing(more))).id
const tap = (eventId: string = randomUUID()) => ({ id, eventId })
const stored = () =>
  rowsOf(
    world.outside.db,
    sql`select (select count(*)::int from reports) reports, (select count(*)::int from report_events) steps,
      (select count(*)::int from photos) photos, (select count(*)::int from looks) looks, (select count(*)::int from permit_taps) taps`,
  )
const refusedWithoutTrace = async (call: () => Promise<unknown>, code: string) => {
  const before = await stored()
  expect(await refusal(call())).toBe(code)
  expect(await stored()).toEqual(before)
}

test('a report under the id of another person’s report is refused as if it were not there', async () => {
  await refusedWithoutTrace(() => file(stranger, { id }), 'not-found')
})

test('a report under the id of a step already made is refused', async () => {
  const mine = tap()
  await resident.call('noteReport', { ...mine, words: '还是不亮' })
  await refusedWithoutTrace(() => file(resident, { id: mine.eventId }), 'not-found')
  await refusedWithoutTrace(() => file(stranger, { id: mine.eventId }), 'not-found')
})

test('a step under the id of a report, or of a step of another matter, is refused', async () => {
  const other = await file(resident)
  await refusedWithoutTrace(() => resident.call('noteReport', { ...tap(id), words: '补充' }), 'id-reused')
  await refusedWithoutTrace(() => resident.call('noteReport', { ...tap(other), words: '补充' }), 'not-found')
})

test('a step under the id of somebody else’s step is refused, and tells nothing of it', async () => {
  const mine = tap()
  await resident.call('noteReport', { ...mine, words: '补充' })
  await refusedWithoutTrace(() => worker.call('noteReport', { ...mine, words: '补充' }), 'not-found')
})

test('a repeated step with another content is refused, and the first one stands', async () => {
  const mine = tap()
  const first = await worker.call('noteReport', { ...mine, words: '明天来修' })
  await refusedWithoutTrace(() => worker.call('noteReport', { ...mine, words: '不修了' }), 'id-reused')
  await refusedWithoutTrace(() => worker.call('acceptReport', mine), 'id-reused')
  expect(await worker.call('noteReport', { ...mine, words: '明天来修' })).toEqual(first)
})

test('the same id in capital letters is the same id', async () => {
  const photoId = randomUUID()
  const input = { ...filing(), id: randomUUID().toUpperCase(), photoIds: [photoId.toUpperCase()] }
  const receipt = await resident.call('fileReport', input)
  expect(await resident.call('fileReport', input)).toEqual(receipt)
  expect(await resident.call('fileReport', { ...input, id: input.id.toLowerCase() })).toEqual(receipt)
  const mine = { id: input.id, eventId: randomUUID().toUpperCase() }
  const accepted = await worker.call('acceptReport', mine)
  expect(await worker.call('acceptReport', mine)).toEqual(accepted)
  expect((await resident.upload(photoId)).state).toBe('stored')
})

test('one photo cannot stand twice in a report, nor in two reports, nor in a report and its answer', async () => {
  const { id: photoId } = await resident.upload()
  const twice = [photoId, photoId.toUpperCase()]
  await refusedWithoutTrace(() => file(resident, { photoIds: twice }), 'bad-input')
  await file(resident, { photoIds: [photoId] })
  await refusedWithoutTrace(() => file(resident, { photoIds: [photoId] }), 'id-reused')
  await refusedWithoutTrace(() => resident.call('noteReport', { ...tap(), photoIds: [photoId] }), 'id-reused')
})

test('a photo that another person has uploaded or only named cannot be used', async () => {
  const { id: uploaded } = await stranger.upload()
  const named = randomUUID()
  await file(stranger, { photoIds: [named] })
  for (const photoId of [uploaded, named]) {
    await refusedWithoutTrace(() => file(resident, { photoIds: [photoId] }), 'not-found')
    await refusedWithoutTrace(() => resident.call('noteReport', { ...tap(), photoIds: [photoId] }), 'not-found')
    await refusedWithoutTrace(() => resident.upload(photoId), 'not-found')
  }
})

test('a permit tap under somebody else’s id, or with another content, counts for nothing', async () => {
  const tapId = randomUUID()
  await worker.call('recordPermits', { id: tapId, results: {} })
  await refusedWithoutTrace(() => stranger.call('recordPermits', { id: tapId, results: {} }), 'not-found')
  await refusedWithoutTrace(
    () => worker.call('recordPermits', { id: tapId, results: { TMPL_NEW_TASK: 'accept' } }),
    'id-reused',
  )
})

test.each([
  ['starting before accepting', () => worker.call('startReport', tap())],
  ['dispatching before accepting', () => worker.call('dispatchReport', { ...tap(), unitId: 'u-water' })],
  ['confirming what nobody has resolved', () => resident.call('confirmReport', { ...tap(), rating: 'good' })],
  ['reopening what was never resolved', () => resident.call('reopenReport', tap())],
])('%s skips a state and is refused', async (_, call) => {
  await refusedWithoutTrace(call, 'wrong-state')
})

test('resolving before accepting, without a photo, or with one that is still on its way is refused', async () => {
  const [{ id: done }, onItsWay] = [await worker.upload(), randomUUID()]
  const resolve = (photoIds: string[]) => () => worker.call('resolveReport', { ...tap(), words: '已修好', photoIds })
  await refusedWithoutTrace(resolve([done]), 'wrong-state')
  await worker.call('acceptReport', tap())
  await refusedWithoutTrace(resolve([]), 'photo-needed')
  await refusedWithoutTrace(resolve([onItsWay]), 'photo-not-ready')
})
