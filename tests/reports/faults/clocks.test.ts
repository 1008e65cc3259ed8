import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { freePort } from '@huiyin/tests/support/cluster.ts'
import { openTestDatabase } from '@huiyin/tests/support/database.ts'
import { startServer } from '@huiyin/tests/support/server-process.ts'
import { serverProgram } from '@huiyin/tests/support/shared-server.ts'
import { openWorld, signIn, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../invariants.ts'

/** Clocks that jump, and a scheduler that calls twice or not at all. */
const secret = 'a-secret-of-the-scheduler'

test('the clock of the host jumps two hours on, then two hours back: no deadline is missed, nothing runs backwards', async () => {
  const { db, url = '', close } = await openTestDatabase()
  const wechat = createFakeWechat()
  const listening = await wechat.listen()
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-clock-'))
  const hands = join(folder, 'offset')
  const set = (hours: number) => writeFileSync(hands, String(hours * 3_600_000))
  set(0)
  const program = await serverProgram()
  const env = { ...demoEnv(listening.url), DATABASE_URL: url, CRON_SECRET: secret }
  const wrong = {
    NODE_OPTIONS: `--import=${new URL('../../support/wrong-clock.mjs', import.meta.url)}`,
    CLOCK_OFFSET_FILE: hands,
  }
  const server = await startServer({ ...env, ...wrong }, await freePort(), program)
  const ask = (path: string, init?: RequestInit) => fetch(server.url + path, init)
  const phone = await signIn(wechat, ask, 'caller')
  const at: number[] = []
  for (const hours of [0, 2, -2, 0]) {
    set(hours)
    const { at: filed } = await phone.call('fileReport', {
      id: randomUUID(),
      words: '楼道漏水',
      photoIds: [],
      buildingId: 't001v1g1b1',
    })
    at.push(Date.parse(filed))
    const answer = await ask('/api/cron', { headers: { authorization: `Bearer ${secret}` } })
    expect(await answer.json()).toMatchObject({ ok: true, climbed: 0 })
  }
  expect(at).toEqual(at.toSorted((a, b) => a - b))
  const [row] = await rowsOf<{ wrong: number }>(
    db,
    sql`select count(*)::int as wrong from reports where abs(extract(epoch from clock_timestamp() - created_at)) > 600`,
  )
  expect(row?.wrong).toBe(0)
  expect(await brokenInvariants(db)).toEqual([])
  await server.stop()
  rmSync(folder, { recursive: true })
  await listening.close()
  await close()
})

let world: World
beforeAll(async () => {
  world = await openWorld({ env: { CRON_SECRET: secret } })
})
afterAll(() => world.close())

const climbs = async (id: string) => {
  const [row] = await rowsOf<{ n: number }>(
    world.outside.db,
    sql`select count(*)::int as n from report_events where report_id = ${id}::uuid and event = 'climb'`,
  )
  return row?.n
}

test('the scheduler calls twice at once, and stays away for six hours: each step is taken once, and it catches up', async () => {
  const resident = await world.someone('resident')
  const id = randomUUID()
  await resident.call('fileReport', { id, words: '楼道漏水', photoIds: [], buildingId: 't001v1g1b1' })
  const call = () => world.anybody('/api/cron', { headers: { authorization: `Bearer ${secret}` } })
  world.clock.forward(31)
  await Promise.all([call(), call()])
  expect(await climbs(id)).toBe(1)
  world.clock.forward(6 * 60)
  await Promise.all([call(), call(), call()])
  expect(await climbs(id)).toBe(2)
  await call()
  expect(await climbs(id)).toBe(2)
  expect(await brokenInvariants(world.outside.db)).toEqual([])
})
