import { randomUUID } from 'node:crypto'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { openWorld, outcome, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Nobody waits for ever for what will not come: who reads the matter sees that, and why. */
let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  worker = await world.someone('worker')
})
afterAll(() => world.close())

const filed = async (photoId: string) => {
  const id = randomUUID()
  await resident.call('fileReport', { id, photoIds: [photoId], buildingId: 't001v1g1b1' })
  return async () => (await worker.call('getReport', { id })).before.map(({ state, lost }) => ({ state, lost }))
}
const days = (n: number) => n * 24 * 60

test('a photo that is refused for what it is, is awaited by nobody', async () => {
  const photoId = randomUUID()
  const seen = await filed(photoId)
  expect(await seen()).toEqual([{ state: 'awaited', lost: undefined }])
  expect(await outcome(resident.upload(photoId, Buffer.from('no picture')))).toBe('not-a-photo')
  expect(await seen()).toEqual([{ state: 'awaited', lost: 'refused' }])
})

test('what did not come for three days has run out; what comes later all the same is taken', async () => {
  const photoId = randomUUID()
  const seen = await filed(photoId)
  world.clock.forward(days(photoLimits.awaitedDays))
  await world.api.chores()
  expect(await seen()).toEqual([{ state: 'awaited', lost: undefined }])
  world.clock.forward(1)
  await world.api.chores()
  expect(await seen()).toEqual([{ state: 'awaited', lost: 'expired' }])
  await resident.upload(photoId)
  expect(await seen()).toEqual([{ state: 'stored', lost: undefined }])
})

const told = async (who: Someone, id: string) =>
  (await who.call('listAlerts', { limit: 50 })).items.filter(it => it.page.endsWith(id)).map(it => it.kind)
const lostOnes = (kinds: string[]) => kinds.filter(it => it.includes('photos-lost'))

test('of two photos that never came she is told once, and so is the worker who waits for them', async () => {
  const id = randomUUID()
  await resident.call('fileReport', { id, photoIds: [randomUUID(), randomUUID()], buildingId: 't001v1g1b1' })
  world.clock.forward(days(photoLimits.awaitedDays) + 1)
  for (let n = 0; n < 3; n++) await world.api.chores()
  const owner = await world.someone('worker')
  const [she, lead] = [await world.someone('resident'), await world.someone('lead')]
  const { owner: now } = await she.call('getReport', { id })
  const his = now.id === owner.id ? owner : now.id === lead.id ? lead : await world.someone('officer')
  expect(lostOnes(await told(she, id))).toEqual(['report-photos-lost'])
  expect(lostOnes(await told(his, id))).toEqual(['task-photos-lost'])
  expect(lostOnes(await told(await world.someone('worker-mate'), id))).toEqual([])
})

test('a worker whose own photo never came is told, and the resident is not troubled with it', async () => {
  const [she, he] = [await world.someone('resident'), await world.someone('worker')]
  const id = randomUUID()
  await she.call('fileReport', { id, words: '灯不亮', buildingId: 't001v1g1b1' })
  await he.call('acceptReport', { id, eventId: randomUUID() })
  await he.call('noteReport', { id, eventId: randomUUID(), photoIds: [randomUUID()] })
  world.clock.forward(days(photoLimits.awaitedDays) + 1)
  for (let n = 0; n < 2; n++) await world.api.chores()
  expect(lostOnes(await told(await world.someone('worker'), id))).toEqual(['task-own-photos-lost'])
  expect(lostOnes(await told(await world.someone('resident'), id))).toEqual([])
})

test('of a matter that is over nobody is told', async () => {
  const she = await world.someone('resident')
  const id = randomUUID()
  await she.call('fileReport', { id, photoIds: [randomUUID()], buildingId: 't001v1g1b1' })
  await she.call('withdrawReport', { id, eventId: randomUUID() })
  world.clock.forward(days(photoLimits.awaitedDays) + 1)
  await world.api.chores()
  expect(lostOnes(await told(await world.someone('resident'), id))).toEqual([])
})
