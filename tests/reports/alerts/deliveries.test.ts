import { createDelivery } from '@huiyin/api/alerts/deliver-alerts.ts'
import { leaseDue } from '@huiyin/db/alerts/delivery-queries.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { allow, calm, cardsOf, leak, leftFor, wechatRows } from '@huiyin/tests/alerts/allowing.ts'
import { impatiently } from '@huiyin/tests/support/impatient.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** On both databases: the main path of its room. */

/** Nothing is delivered here until a test says so. */
let world: World
let resident: Someone
let worker: Someone
let mate: Someone
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
})
beforeEach(async () => {
  ;[resident, worker, mate] = (await calm(world, ['resident', 'worker', 'worker-mate'])) as [Someone, Someone, Someone]
})
afterAll(() => world.close())

const deliver = () => createDelivery(world.outside)()
const file = async (words = '楼道里堆着杂物') => (await resident.call('fileReport', leak({ words }))).id
const numbersOf = (openid: string) => cardsOf(world, openid).map(card => card.values.character_string1)

test('what a dead worker held comes due again when the lease is over, and arrives once', async () => {
  await allow(world, worker, 'task')
  const id = await file()
  const held = await leaseDue(world.outside.db, 40, world.clock.now)
  expect(held.map(it => it.recipientId)).toContain(worker.id)
  await deliver()
  expect(cardsOf(world, 'worker')).toEqual([])
  await rowsOf(
    world.outside.db,
    sql`update alerts set leased_until = clock_timestamp() - interval '1 second' where leased_until is not null`,
  )
  // What a worker died of is taken one by one: of three who come at once each may find another's hand on it.
  for (let round = 0; round < 5; round++) await Promise.all([deliver(), deliver(), deliver()])
  expect(cardsOf(world, 'worker')).toHaveLength(1)
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'sent', attempts: 2 }])
})

test('a lease lasts about thirty seconds', async () => {
  await file()
  await leaseDue(world.outside.db, 40, world.clock.now)
  const [lease] = await rowsOf<{ seconds: number }>(
    world.outside.db,
    sql`select extract(epoch from max(leased_until) - clock_timestamp())::int as seconds from alerts`,
  )
  expect(lease?.seconds).toBeGreaterThan(10)
  expect(lease?.seconds).toBeLessThanOrEqual(30)
})

test('many deliveries at once send every message once', async () => {
  const neighbours = Array.from({ length: 12 }, (_, n) => `neighbour-${n}`)
  const id = await file()
  for (const openid of neighbours) {
    const neighbour = await world.someone(openid)
    await neighbour.call('joinReport', { id, eventId: crypto.randomUUID() })
    await allow(world, neighbour, 'progress', 3)
  }
  await worker.call('acceptReport', { id, eventId: crypto.randomUUID() })
  await worker.call('startReport', { id, eventId: crypto.randomUUID() })
  await Promise.all([deliver(), deliver(), deliver(), deliver()])
  // What met another delivery to the same person was put off for a moment.
  world.clock.forward(1)
  await deliver()
  for (const openid of neighbours) {
    const phrases = cardsOf(world, openid).map(card => card.values.phrase3)
    expect(phrases.sort()).toEqual(['办理中', '有人接手了'])
  }
  const sent = world.wechat.control.sent()
  expect(new Set(sent.map(it => JSON.stringify({ ...it, arrivedAt: 0, msgid: 0 }))).size).toBe(sent.length)
})

test('messages for one person go out one after another, so that WeChat refuses none', async () => {
  world.wechat.control.configure({ sendMs: 20 })
  await allow(world, worker, 'task', 6)
  const ids = []
  for (let n = 0; n < 6; n++) ids.push(await file())
  await deliver()
  expect(cardsOf(world, 'worker')).toHaveLength(6)
  for (const id of ids)
    expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'sent', attempts: 1, code: null }])
  expect(await leftFor(worker, 'task')).toBe(0)
})

test('two workers are served side by side, and one who hangs holds up nobody else', async () => {
  await allow(world, worker, 'task')
  await allow(world, mate, 'task')
  await file()
  world.wechat.control.inject({ path: '/cgi-bin/message/subscribe/send', stall: true })
  const arrived = () => cardsOf(world, 'worker').length + cardsOf(world, 'worker-mate').length
  await impatiently(world, async () => {
    const delivery = deliver()
    await expect.poll(arrived, { timeout: 5000 }).toBe(1)
    await delivery
  })
  world.clock.forward(1)
  await deliver()
  expect(arrived()).toBe(2)
})

test('what is urgent goes first, then what has waited longest', async () => {
  await allow(world, worker, 'task', 4)
  const numbers: string[] = []
  for (const words of ['楼道里堆着杂物', '电动车堵路', '燃气味很重', '路灯不亮']) {
    world.clock.forward(1)
    numbers.push((await resident.call('fileReport', leak({ words }))).number)
  }
  await deliver()
  const [first, second, gas, last] = numbers
  expect(numbersOf('worker')).toEqual([gas, first, second, last])
})

test('news of one matter arrives in its order, though the first piece has to be tried twice', async () => {
  await allow(world, resident, 'progress', 3)
  const id = await file()
  await worker.call('acceptReport', { id, eventId: crypto.randomUUID() })
  world.clock.forward(1)
  await worker.call('startReport', { id, eventId: crypto.randomUUID() })
  world.wechat.control.inject({ path: '/cgi-bin/message/subscribe/send', errcode: -1, times: 1 })
  await deliver()
  expect(cardsOf(world, 'resident')).toEqual([])
  world.clock.forward(1)
  await deliver()
  expect(cardsOf(world, 'resident').map(card => card.values.phrase3)).toEqual(['有人接手了', '办理中'])
})

test('a message is due when its time has come and not before', async () => {
  await allow(world, worker, 'task')
  const id = await file()
  const due = sql`update alerts set due_at = ${new Date(world.clock.now.getTime() + 60_000).toISOString()}::timestamptz where channel = 'wechat'`
  await rowsOf(world.outside.db, due)
  await deliver()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'waiting', attempts: 0 }])
  world.clock.forward(2)
  await deliver()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'sent', attempts: 1 }])
})

test('one event is told to one person through one channel once, whatever asks for it', async () => {
  const id = await file()
  await worker.call('acceptReport', { id, eventId: crypto.randomUUID() })
  const doubled = await rowsOf(
    world.outside.db,
    sql`select event_id, recipient_id, channel from alerts group by 1, 2, 3 having count(*) > 1`,
  )
  expect(doubled).toEqual([])
  const again = sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at)
    select event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at from alerts`
  await expect(rowsOf(world.outside.db, again)).rejects.toThrow()
})

test('a report that is refused, or a tap that is repeated, queues nothing', async () => {
  const count = async () => (await rowsOf(world.outside.db, sql`select 1 from alerts`)).length
  const input = leak({ words: '楼道里堆着杂物' })
  await resident.call('fileReport', input)
  const before = await count()
  await resident.call('fileReport', input)
  await resident.call('fileReport', { ...input, words: '别的' }).catch(() => {})
  await resident.call('fileReport', leak({ buildingId: 't009' })).catch(() => {})
  const tap = { id: input.id, eventId: crypto.randomUUID() }
  await resident.call('acceptReport', tap).catch(() => {})
  expect(await count()).toBe(before)
  await worker.call('acceptReport', tap)
  const after = await count()
  await worker.call('acceptReport', tap)
  expect(await count()).toBe(after)
})
