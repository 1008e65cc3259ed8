import { readFileSync } from 'node:fs'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { freePort } from '@huiyin/tests/support/cluster.ts'
import { openTestDatabase } from '@huiyin/tests/support/database.ts'
import { repetitions } from '@huiyin/tests/support/depth.ts'
import { startServer } from '@huiyin/tests/support/server-process.ts'
import { serverProgram } from '@huiyin/tests/support/shared-server.ts'
import { startProxy, type Way } from '@huiyin/tests/support/tcp-proxy.ts'
import { signIn } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { checkAftermath } from './aftermath.ts'
import { pause } from './fault-town.ts'
import { fileMany, type Sent } from './load.ts'

test('trouble on its line, again and again, leaves the service no bigger and with no more connections than the first time', async () => {
  const { db, url = '', close } = await openTestDatabase()
  const wechat = createFakeWechat()
  const listening = await wechat.listen()
  const line = await startProxy(Number(new URL(url).port))
  const program = await serverProgram()
  const env = { ...demoEnv(listening.url), DATABASE_URL: line.through(url) }
  const server = await startServer(env, await freePort(), program)
  const phones = await Promise.all(
    [...Array(6).keys()].map(n => signIn(wechat, (path, init) => fetch(server.url + path, init), `caller-${n}`)),
  )
  const sent: Sent[] = []
  const file = async (each: number) => {
    sent.push(
      ...(await fileMany(
        phones.map(it => it.fetch),
        each,
        10_000,
      )),
    )
  }
  const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024
  // Of the service and of this test.
  const connections = async () => {
    const [row] = await rowsOf<{ n: number }>(
      db,
      sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`,
    )
    return row?.n ?? 0
  }
  const trouble = async () => {
    for (const way of ['refuse', 'hang up', 'hole'] satisfies Way[]) {
      const filing = file(repetitions(10, 50))
      await pause(200)
      line.set(way)
      line.cut()
      await pause(repetitions(1000, 3000))
      line.set('pass')
      await filing
    }
  }
  // As big as work and the first trouble make it at the most; whoever leaks grows with every further one.
  const sizes: number[] = []
  const watching = setInterval(() => sizes.push(megabytes()), 200)
  await file(repetitions(100, 300))
  await trouble()
  clearInterval(watching)
  const [size, held] = [Math.max(...sizes), await connections()]
  for (let n = 0; n < repetitions(1, 4); n++) await trouble()
  await expect.poll(megabytes, { timeout: 60_000, interval: 500 }).toBeLessThanOrEqual(size * 1.2)
  await expect.poll(connections, { timeout: 60_000, interval: 500 }).toBeLessThanOrEqual(held)
  await checkAftermath({ db, sent, phones })
  await server.stop()
  await line.close()
  await listening.close()
  await close()
})
