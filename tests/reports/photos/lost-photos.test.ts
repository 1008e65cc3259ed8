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
