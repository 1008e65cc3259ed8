import { createDelivery } from '@huiyin/api/alerts/deliver-alerts.ts'
import { createOutside, type Log } from '@huiyin/api/core/outside.ts'
import { leaseDue } from '@huiyin/db/alerts/delivery-queries.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { allow, calm, cardsOf, leak, wechatRows } from '@huiyin/tests/alerts/allowing.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** Rows that break whoever takes them, and instances that share one WeChat account. */
const alarms: object[] = []
const silent = () => {}
const log: Log = { debug: silent, info: silent, warn: silent, error: facts => void alarms.push(facts) }
let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld({ log, after: () => {} })
})
beforeEach(async () => {
  ;[resident, worker] = (await calm(world, ['resident', 'worker'])) as [Someone, Someone]
  alarms.length = 0
})
afterAll(() => world.close())

const file = async (words?: string) => (await resident.call('fileReport', leak(words ? { words } : {}))).id
/** The worker that held the rows is never heard of again, and its leases have run out. */
const die = () =>
  rowsOf(
    world.outside.db,
    sql`update alerts set leased_until = clock_timestamp() - interval '1 second' where leased_until is not null`,
  )

test('a row that three workers died of goes to the dead letters with an alarm; what they held beside it arrives', async () => {
  await allow(world, worker, 'task', 2)
  const [poison, sound] = [await file(), await file()]
  const mate = await world.someone('worker-mate')
  await allow(world, mate, 'task', 2)
  await leaseDue(world.outside.db, 100, world.clock.now)
  await die()
  for (let death = 0; death < 3; death++) {
    // Whoever comes next takes the suspects one by one: the sound ones pass, this one kills again.
    const [suspect] = await rowsOf<{ id: string }>(
      world.outside.db,
      sql`select id from alerts where matter_id = ${poison}::uuid and recipient_id = ${worker.id}::uuid and channel = 'wechat'`,
    )
    await rowsOf(
      world.outside.db,
      sql`update alerts set leased_until = clock_timestamp() - interval '1 second', crashes = ${death + 1}::int, attempts = attempts + 1 where id = ${suspect?.id}::uuid`,
    )
  }
  for (let run = 0; run < 6; run++) {
    await rowsOf(world.outside.db, sql`select 1`)
    await createDelivery(world.outside)()
  }
  expect(await wechatRows(world, worker, poison)).toMatchObject([{ state: 'dead', code: 'crashes' }])
  expect(alarms).toContainEqual(expect.objectContaining({ code: 'crashes' }))
  expect(await wechatRows(world, worker, sound)).toMatchObject([{ state: 'sent' }])
  expect(cardsOf(world, 'worker')).toHaveLength(1)
})

test('what a worker held when it died goes again in one run, not one after another', async () => {
  const many = await Promise.all([...Array(12).keys()].map(n => world.someone(`neighbour-${n}`)))
  const { id } = await resident.call('fileReport', leak())
  await rowsOf(
    world.outside.db,
    sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, template, kind, fill, urgent, state, due_at, created_at)
      select event_id, matter_id, a.grid_id, p.id, 'wechat', template, kind, fill, true, 'waiting', due_at, a.created_at
      from (select * from alerts where matter_id = ${id}::uuid and channel = 'wechat' limit 1) a join people p on p.openid like 'neighbour-%'`,
  )
  for (const it of many) await allow(world, it, 'task', 3)
  expect((await leaseDue(world.outside.db, 100, world.clock.now)).length).toBeGreaterThanOrEqual(12)
  await die()
  await createDelivery(world.outside)()
  expect(many.map(it => cardsOf(world, it.openid).length)).toEqual(many.map(() => 1))
})

/** The messages in hand went out or did not: nobody knows. As when the answer of WeChat does not come. */
test.each([
  ['a normal matter is not sent again', '楼道里堆着杂物', 3, [0, 0]],
  ['the last permit makes a second try of a normal matter harmless', '楼道里堆着杂物', 1, [1, 1]],
  ['an urgent matter is sent once more', '燃气味很重', 3, [1, 1]],
])('when the worker dies with it in hand %s', async (_, words, permits, cards) => {
  await allow(world, worker, 'task', permits)
  const id = await file(words)
  await leaseDue(world.outside.db, 100, world.clock.now)
  await die()
  for (const count of cards) {
    await createDelivery(world.outside)()
    expect(cardsOf(world, 'worker')).toHaveLength(count)
  }
  const state = cards[0] ? { state: 'sent' } : { state: 'failed', code: 'crash' }
  expect(await wechatRows(world, worker, id)).toMatchObject([state])
})

test('an urgent matter goes twice at most, whichever way its answers were lost', async () => {
  await allow(world, worker, 'task', 5)
  const id = await file('燃气味很重')
  world.wechat.control.inject({ path: '/cgi-bin/message/subscribe/send', reset: true, afterWork: true, times: 9 })
  await createDelivery(world.outside)()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'waiting', code: 'reset' }])
  world.clock.forward(1)
  await leaseDue(world.outside.db, 100, world.clock.now)
  await die()
  world.wechat.control.clearFaults()
  for (let run = 0; run < 2; run++) await createDelivery(world.outside)()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'failed', code: 'crash' }])
  expect(cardsOf(world, 'worker')).toHaveLength(1)
})

test('what two workers died of goes alone, one after another, and holds up nothing that is sound', async () => {
  const mate = await world.someone('worker-mate')
  for (const it of [worker, mate]) await allow(world, it, 'task')
  const died = await file()
  await leaseDue(world.outside.db, 100, world.clock.now)
  await die()
  await rowsOf(world.outside.db, sql`update alerts set crashes = 1 where leased_until is not null`)
  const sound = await file()
  await createDelivery(world.outside)()
  expect(cardsOf(world, 'worker').map(it => it.page?.slice(-36))).toEqual([sound])
  for (const it of [worker, mate])
    expect(await wechatRows(world, it, died)).toMatchObject([{ state: 'failed', code: 'no-permit' }])
})

test.each([
  ['a kind that nobody knows any more', sql`kind = 'no-such-kind'`],
  ['a filling without anything in it', sql`fill = '{}'`],
  ['a filling of the wrong shape', sql`fill = '{"number":{"a":1},"place":[],"kind":null,"dueAt":"soon"}'`],
  ['a filling of 5 MB', sql`fill = jsonb_build_object('number', '1', 'kind', '漏水', 'place', repeat('村', 1700000))`],
])('%s breaks nothing: it ends as dead or sent, and the others arrive', async (_, broken) => {
  await allow(world, worker, 'task', 2)
  const [poison, sound] = [await file(), await file()]
  await rowsOf(
    world.outside.db,
    sql`update alerts set ${broken} where matter_id = ${poison}::uuid and recipient_id = ${worker.id}::uuid and channel = 'wechat'`,
  )
  for (let run = 0; run < 5; run++) {
    await createDelivery(world.outside)()
    await die()
  }
  const [row] = await rowsOf<{ state: string }>(
    world.outside.db,
    sql`select state from alerts where matter_id = ${poison}::uuid and recipient_id = ${worker.id}::uuid and channel = 'wechat'`,
  )
  expect(['dead', 'sent', 'failed']).toContain(row?.state)
  expect(await wechatRows(world, worker, sound)).toMatchObject([{ state: 'sent' }])
})

test('two instances that find the token stale at once fetch one new token, and no message is lost', async () => {
  const instance = () => createOutside(world.outside.env, { db: world.outside.db, now: world.outside.now, log })
  const [one, two] = [await instance(), await instance()]
  const mate = await world.someone('worker-mate')
  for (const who of [worker, mate]) await allow(world, who, 'task', 3)
  const tokens = () => world.wechat.control.calls().filter(it => it.path === '/cgi-bin/stable_token').length
  await file()
  await Promise.all([createDelivery(one)(), createDelivery(two)()])
  expect(tokens()).toBe(1)
  world.wechat.control.revokeTokens()
  await file()
  await Promise.all([createDelivery(one)(), createDelivery(two)()])
  world.clock.forward(1)
  await createDelivery(one)()
  expect(tokens()).toBe(2)
  expect([cardsOf(world, 'worker').length, cardsOf(world, 'worker-mate').length]).toEqual([2, 2])
})
