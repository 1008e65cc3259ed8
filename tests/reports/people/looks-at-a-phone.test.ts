import { randomUUID } from 'node:crypto'
import { openWorld, refusal, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld()
  worker = await world.someone('worker')
  resident = await world.someone('resident')
})
afterAll(() => world.close())

const day = 24 * 60
const signInAnew = async () => {
  resident = await world.someone('resident')
  worker = await world.someone('worker')
}

test('who looked at her number stands newest first, for two years and no longer', async () => {
  await resident.call('bindPhone', { code: world.wechat.control.registerPhoneCode('resident', '13800138000') })
  const { id } = await resident.call('fileReport', {
    id: randomUUID(),
    words: '路灯不亮',
    buildingId: 't001v1g1b1',
  })
  await worker.call('acceptReport', { id, eventId: randomUUID() })
  const look = async (reason: string) => {
    await worker.call('revealReporter', { id, eventId: randomUUID(), reason })
    world.clock.forward(day)
    await signInAnew()
  }
  for (const reason of ['第一次', '第二次', '第三次']) await look(reason)
  const reasons = async () => (await resident.call('listLooks', {})).items.map(it => it.reason)
  expect(await reasons()).toEqual(['第三次', '第二次', '第一次'])
  expect((await worker.call('getReport', { id })).looks.map(it => it.reason)).toEqual(['第一次', '第二次', '第三次'])
  world.clock.forward(2 * 365 * day - 3 * day - 1)
  await signInAnew()
  expect(await reasons()).toHaveLength(3)
  world.clock.forward(1)
  expect(await reasons()).toEqual(['第三次', '第二次'])
})

test('the repeat of a look finds that very look among all others', async () => {
  const { id } = await resident.call('fileReport', { id: randomUUID(), words: '停水了', buildingId: 't001v1g1b1' })
  await worker.call('acceptReport', { id, eventId: randomUUID() })
  const looks = ['要上门', '要进屋'].map(reason => ({ id, eventId: randomUUID(), reason }))
  for (const look of [...looks, ...looks]) expect((await worker.call('revealReporter', look)).phone).toBe('13800138000')
})

test('a job goes to a partner of the township, never to a law firm that is none', async () => {
  const units = (await worker.call('listUnits', {})).items.map(it => it.id)
  expect(units.toSorted()).toEqual(['u-estate', 'u-water'])
  const { id } = await resident.call('fileReport', { id: randomUUID(), words: '停水了', buildingId: 't001v1g1b1' })
  await worker.call('acceptReport', { id, eventId: randomUUID() })
  for (const unitId of ['u-firm', 'u-water-2'])
    expect(await refusal(worker.call('dispatchReport', { id, eventId: randomUUID(), unitId }))).toBe('place-unknown')
})
