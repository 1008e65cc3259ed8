import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { openWorld, refusal, type Someone, tap, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** Duties are given, changed and taken while people have the mini-program open: the next tap knows. */
let world: World
let resident: Someone
let worker: Someone
let mate: Someone
beforeEach(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  worker = await world.someone('worker')
  mate = await world.someone('worker-mate')
})
afterEach(() => world.close())

const file = async () => {
  const id = randomUUID()
  const receipt = await resident.call('fileReport', { id, words: '楼道里堆着垃圾', buildingId: 't001v1g1b1' })
  return { id, owner: receipt.owner.name }
}
const minutes = (n: number) => new Date(world.clock.now.getTime() + n * 60_000).toISOString()
const endDuty = (who: Someone, at: string) =>
  rowsOf(world.outside.db, sql`update postings set until_at = ${at}::timestamptz where person_id = ${who.id}::uuid`)
const giveDuty = (who: Someone, role: string, areaId: string, from: string = world.clock.now.toISOString()) =>
  rowsOf(
    world.outside.db,
    sql`insert into postings (person_id, role, title, area_id, from_at) values (${who.id}::uuid, ${role}, '网格员', ${areaId}, ${from}::timestamptz)`,
  )
const alertedOf = async (who: Someone, id: string) =>
  (await who.call('listAlerts', {})).items.some(it => it.page.includes(id))

test('who is no longer on duty sees, owns and hears nothing any more, with the very next tap', async () => {
  const { id } = await file()
  await worker.call('acceptReport', tap(id))
  await endDuty(worker, world.clock.now.toISOString())
  expect(await refusal(worker.call('getReport', { id }))).toBe('not-found')
  expect(await refusal(worker.call('startReport', tap(id)))).toBe('not-found')
  expect(await refusal(worker.call('revealReporter', { ...tap(id), reason: '上门' }))).toBe('not-found')
  expect(await refusal(worker.call('listDesk', { desk: 't001v1g1' }))).toBe('not-allowed')
  expect((await worker.call('getMe', {})).posts).toEqual([])
  const next = await file()
  expect(next.owner).toBe('陈建国')
  expect(await alertedOf(worker, next.id)).toBe(false)
})

test('the matter of somebody who left is not lost: the others of the grid still act, and it climbs in time', async () => {
  const { id } = await file()
  await worker.call('acceptReport', tap(id))
  await endDuty(worker, world.clock.now.toISOString())
  expect((await mate.call('getReport', { id })).can).toContain('note')
  world.clock.forward(3 * 24 * 60)
  await world.api.chores()
  const lead = await world.someone('lead')
  expect(await lead.call('getReport', { id })).toMatchObject({ level: 'community', owner: { name: '赵明' } })
})

test('a duty with an end in the future is a full duty until then', async () => {
  await endDuty(worker, minutes(60))
  const { id, owner } = await file()
  expect(owner).toBe('李秀兰')
  expect(await alertedOf(worker, id)).toBe(true)
  await worker.call('acceptReport', tap(id))
  expect((await worker.call('getReport', { id })).history.at(-1)?.by).toBe('网格员 李秀兰')
  world.clock.forward(61)
  expect(await refusal(worker.call('getReport', { id }))).toBe('not-found')
  expect((await file()).owner).toBe('陈建国')
})

test('a duty that begins tomorrow opens nothing today', async () => {
  const newcomer = await world.someone('newcomer')
  await giveDuty(newcomer, 'worker', 't001v1g2', minutes(24 * 60))
  const { id } = await file()
  expect((await newcomer.call('getMe', {})).posts).toEqual([])
  expect(await refusal(newcomer.call('listDesk', { desk: 't001v1g2' }))).toBe('not-allowed')
  world.clock.forward(24 * 60)
  expect((await newcomer.call('getMe', {})).posts).toMatchObject([{ role: 'worker', areaId: 't001v1g2' }])
  expect((await newcomer.call('listDesk', { desk: 't001v1g2' })).items).toEqual([])
  expect(await refusal(newcomer.call('getReport', { id }))).toBe('not-found')
})

test('who moves to another grid takes nothing along', async () => {
  const { id } = await file()
  await endDuty(worker, world.clock.now.toISOString())
  await giveDuty(worker, 'worker', 't002v1g1')
  expect(await refusal(worker.call('getReport', { id }))).toBe('not-found')
  expect((await worker.call('listDesk', { desk: 't002v1g1' })).items).toEqual([])
})

test('a duty of another kind does not widen whom a lead may assign to', async () => {
  const lead = await world.someone('lead')
  for (const role of ['partner', 'admin', 'adviser', 'chief']) await giveDuty(lead, role, 't001')
  await giveDuty(lead, 'worker', 't001v2g1')
  const { id } = await file()
  expect(await refusal(lead.call('assignReport', { ...tap(id), gridId: 't001v2g1' }))).toBe('not-allowed')
  await lead.call('assignReport', { ...tap(id), gridId: 't001v1g2' })
})

test('who leaves a partner unit loses its jobs and is not sent to new ones', async () => {
  const partner = await world.someone('partner')
  const { id } = await file()
  await worker.call('acceptReport', tap(id))
  await endDuty(partner, world.clock.now.toISOString())
  await worker.call('dispatchReport', { ...tap(id), unitId: 'u-water' })
  expect(await alertedOf(partner, id)).toBe(false)
  expect(await refusal(partner.call('finishReport', { ...tap(id), words: '修好了' }))).toBe('not-found')
  expect(await refusal(partner.call('listDesk', { desk: 'u-water' }))).toBe('not-allowed')
})
