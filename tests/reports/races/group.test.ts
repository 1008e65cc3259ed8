import { rowsOf } from '@huiyin/db/core/client.ts'
import { calm, leak } from '@huiyin/tests/alerts/allowing.ts'
import { channelsEnv, setRobot } from '@huiyin/tests/alerts/channels-of-staff.ts'
import { meet } from '@huiyin/tests/support/gate.ts'
import { openTwoProcesses, type Two } from '@huiyin/tests/support/two-processes.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** Five matters wait for the group of a village, each for two workers; two processes of the service tell it. */
let world: World
let both: Two
beforeAll(async () => {
  world = await openWorld({ env: channelsEnv, after: () => {} })
  both = await openTwoProcesses(world, channelsEnv)
})
beforeEach(async () => {
  await rowsOf(world.outside.db, sql`delete from robots`)
  const [resident] = (await calm(world, ['resident'])) as [Someone]
  for (let n = 0; n < 5; n++) await resident.call('fileReport', leak())
  await rowsOf(world.outside.db, sql`update alerts set channel = 'robot' where channel = 'wechat'`)
  await setRobot(world, 't001v1')
})
afterAll(async () => {
  both.close()
  await world.close()
})

const told = () => world.wechat.control.sent().filter(it => it.channel === 'robot')
const takes = {
  before: 'update',
  of: 'alerts',
  when: 'old.leased_until is null and new.leased_until is not null',
} as const

test('a group is told once of all that waits, though two processes deliver at once', async () => {
  const { waited } = await meet(world.databaseUrl ?? '', takes, both.one.deliver, both.two.deliver)
  expect(waited, 'the second waits for nobody').toBe(false)
  expect(told()).toHaveLength(1)
  expect(JSON.stringify(told())).toContain('5 件待办')
})

test('what somebody holds for a moment is waited for, not left out of the message', async () => {
  const holder = postgres(world.databaseUrl ?? '', { max: 1 })
  const [delivering] = await holder.begin(async held => {
    await held`select id from alerts where channel = 'robot' order by id limit 8 for update`
    const sent = both.one.deliver()
    const waiting = () => rowsOf(world.outside.db, sql`select 1 from pg_locks where not granted`)
    await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBeGreaterThan(0)
    return [sent]
  })
  await delivering
  await holder.end()
  expect(told()).toHaveLength(1)
  expect(JSON.stringify(told())).toContain('5 件待办')
})

test('while one tells it, nobody else does: what came meanwhile is told next', async () => {
  await rowsOf(world.outside.db, sql`update robots set leased_until = clock_timestamp() + interval '1 hour'`)
  await both.one.deliver()
  expect(told()).toEqual([])
  await rowsOf(world.outside.db, sql`update robots set leased_until = clock_timestamp() - interval '1 second'`)
  await Promise.all([both.one.deliver(), both.two.deliver()])
  expect(told()).toHaveLength(1)
})
