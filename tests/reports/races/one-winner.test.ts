import { randomUUID } from 'node:crypto'
import { createDelivery } from '@huiyin/api/alerts/deliver-alerts.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { openWorld, refusal, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../invariants.ts'

/** Many hands at once, on a real PostgreSQL: the embedded database has one connection and shows no races. */
let world: World
let resident: Someone
let worker: Someone
let mate: Someone

beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  worker = await world.someone('worker')
  mate = await world.someone('worker-mate')
})
afterAll(() => world.close())

const leak = () => ({ id: randomUUID(), words: '水管漏水', photoIds: [], buildingId: 't001v1g1b1' })
const many = <T>(n: number, work: (i: number) => Promise<T>) => Promise.all([...Array(n).keys()].map(work))

test('twenty copies of one submit make one report and one receipt', async () => {
  const input = leak()
  const receipts = await many(20, () => resident.call('fileReport', input))
  expect(new Set(receipts.map(it => JSON.stringify(it))).size).toBe(1)
})

test('of two submits with one id and different words one wins whole, the other is refused', async () => {
  for (let round = 0; round < 10; round++) {
    const input = leak()
    const results = await Promise.allSettled(
      ['漏水', '停电'].map(words => resident.call('fileReport', { ...input, words })),
    )
    expect(results.map(it => it.status).sort()).toEqual(['fulfilled', 'rejected'])
  }
})

test('two workers accept at once: one owner, one refusal, twenty times', async () => {
  for (let round = 0; round < 20; round++) {
    const { id } = await resident.call('fileReport', leak())
    const results = await Promise.allSettled(
      [worker, mate].map(it => it.call('acceptReport', { id, eventId: randomUUID() })),
    )
    expect(results.filter(it => it.status === 'fulfilled')).toHaveLength(1)
    const { history } = await resident.call('getReport', { id })
    expect(history.filter(it => it.event === 'accept')).toHaveLength(1)
  }
})

test('a withdrawal and an acceptance at once: exactly one of them happens', async () => {
  for (let round = 0; round < 20; round++) {
    const { id } = await resident.call('fileReport', leak())
    const tap = () => ({ id, eventId: randomUUID() })
    const results = await Promise.allSettled([
      resident.call('withdrawReport', tap()),
      worker.call('acceptReport', tap()),
    ])
    expect(results.filter(it => it.status === 'fulfilled')).toHaveLength(1)
  }
})

test('thirty copies of one tap move once and answer alike', async () => {
  const { id } = await resident.call('fileReport', leak())
  const tap = { id, eventId: randomUUID() }
  const answers = await many(30, () => worker.call('acceptReport', tap))
  expect(new Set(answers.map(it => JSON.stringify(it))).size).toBe(1)
})

test('five neighbours join at once: nobody is lost, the count is right', async () => {
  const { id } = await resident.call('fileReport', leak())
  const neighbours = await many(5, i => world.someone(`neighbour-${i}`))
  await Promise.all(neighbours.map(it => joinUntilHeard(it, id)))
  expect((await resident.call('getReport', { id })).joiners).toBe(5)
})

/** As the phone does: told that somebody was quicker, it sends the same tap again. */
const joinUntilHeard = async (neighbour: Someone, id: string) => {
  const tap = { id, eventId: randomUUID() }
  for (;;) {
    try {
      return await neighbour.call('joinReport', tap)
    } catch {
      expect(await refusal(neighbour.call('joinReport', tap)).catch(() => 'moved-meanwhile')).toBe('moved-meanwhile')
    }
  }
}

test('one photo sent five times at once is one photo', async () => {
  const id = randomUUID()
  const photos = await many(5, () => resident.upload(id))
  expect(new Set(photos.map(it => it.id)).size).toBe(1)
  expect(photos.every(it => it.state === 'stored')).toBe(true)
})

test('the chores run in five places at once: every late matter climbs one level, once', async () => {
  const ids = await many(20, () => resident.call('fileReport', leak()).then(it => it.id))
  world.clock.forward(31)
  await many(5, () => world.api.chores())
  const rows = await rowsOf<{ n: number; level: string }>(
    world.outside.db,
    sql`select count(*)::int as n, min(level) as level from report_events where event = 'climb' and report_id = any(${`{${ids.join(',')}}`}::uuid[]) group by report_id`,
  )
  expect(rows).toEqual(ids.map(() => ({ n: 1, level: 'community' })))
})

test('three deliveries at once send every message once, one at a time to each person', async () => {
  await world.settle()
  const { items } = await worker.call('listPermits', {})
  const templateId = items.find(it => it.template === 'task')?.templateId ?? ''
  for (const it of [worker, mate]) {
    for (let n = 0; n < 15; n++) {
      world.wechat.control.subscribe(it.openid, { [templateId]: 'accept' })
      await it.call('recordPermits', { id: randomUUID(), results: { [templateId]: 'accept' } })
    }
  }
  const before = world.wechat.control.sent().length
  await many(15, () => resident.call('fileReport', leak()))
  await world.settle()
  await many(3, () => createDelivery(world.outside)())
  world.clock.forward(5)
  await many(3, () => createDelivery(world.outside)())
  expect(world.wechat.control.sent().length - before).toBe(30)
})

test('after all that every matter is lawful', async () => {
  expect(await brokenInvariants(world.outside.db)).toEqual([])
})
