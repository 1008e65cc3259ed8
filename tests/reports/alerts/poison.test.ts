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

const file = async () => (await resident.call('fileReport', leak())).id
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
