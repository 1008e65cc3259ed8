import { randomUUID } from 'node:crypto'
import { createApi } from '@huiyin/api/app.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import { createOutside } from '@huiyin/api/core/outside.ts'
import { type Db, openPostgres } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { type Cluster, carefree, freePort, startCluster } from '@huiyin/tests/support/cluster.ts'
import { repetitions } from '@huiyin/tests/support/depth.ts'
import { memoryStore } from '@huiyin/tests/support/memory-store.ts'
import { type ServerProcess, startServer } from '@huiyin/tests/support/server-process.ts'
import { serverProgram } from '@huiyin/tests/support/shared-server.ts'
import { buildTown } from '@huiyin/tests/support/town.ts'
import { signIn } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAftermath } from './aftermath.ts'
import { pause } from './fault-town.ts'
import { fileMany } from './load.ts'

/** Kills in the middle of work. After each: nothing acknowledged is lost, nothing is doubled, everything is lawful. */
let cluster: Cluster
const wechat = createFakeWechat()
let listening: Awaited<ReturnType<typeof wechat.listen>>

beforeAll(async () => {
  cluster = await startCluster(carefree)
  listening = await wechat.listen()
})
afterAll(async () => {
  await listening.close()
  await cluster.stop()
})

const newTown = async (name: string) => {
  const url = await cluster.createDatabase(name)
  const { db, close } = await openPostgres(url, { max: 2 })
  await buildTown(db)
  await close()
  return url
}

test('the API is killed again and again while phones file reports', async () => {
  const url = await newTown('api_killed')
  const env = { ...demoEnv(listening.url), DATABASE_URL: url }
  const port = await freePort()
  const program = await serverProgram()
  let server: ServerProcess = await startServer(env, port, program)
  const fetchOver = (path: string, init?: RequestInit) => fetch(server.url + path, init)
  const phones = await Promise.all([...Array(6).keys()].map(n => signIn(wechat, fetchOver, `phone-${n}`)))
  let done = false
  const sending = fileMany(
    phones.map(it => it.fetch),
    repetitions(60, 100),
    10_000,
  ).finally(() => {
    done = true
  })
  let kills = 0
  while (!done && kills < repetitions(5, 20)) {
    await pause(100 + Math.random() * 300)
    await server.kill()
    kills++
    server = await startServer(env, port, program)
  }
  const sent = await sending
  const { db, close } = await openPostgres(url)
  await checkAftermath({ db, sent, phones })
  await close()
  await server.stop()
  expect(kills).toBeGreaterThanOrEqual(3)
  expect(sent.some(it => it.tries > 1)).toBe(true)
}, 600_000)

test.each([
  { how: 'killed', name: 'database_killed', end: () => cluster.kill() },
  { how: 'shut down', name: 'database_halted', end: () => cluster.halt() },
])(
  'the database is $how and started again while phones file reports',
  async ({ name, end }) => {
    const url = await newTown(name)
    const outside = await createOutside(readEnv({ ...demoEnv(listening.url), DATABASE_URL: url }), {
      photoStore: memoryStore(),
    })
    const api = createApi(outside)
    const fetchIn = (path: string, init?: RequestInit) => api.fetch(new Request(`http://town${path}`, init))
    const phones = await Promise.all([...Array(6).keys()].map(n => signIn(wechat, fetchIn, `caller-${n}`)))
    const sending = fileMany(
      phones.map(it => it.fetch),
      repetitions(50, 400),
      10_000,
    )
    for (let kills = 0; kills < repetitions(3, 10); kills++) {
      await pause(250)
      await end()
      await cluster.start()
    }
    const sent = await sending
    await checkAftermath({ db: outside.db, sent, phones })
    await outside.close()
    expect(sent.some(it => it.tries > 1)).toBe(true)
  },
  600_000,
)

test('the answer is lost after the commit: the second try gets the first receipt', async () => {
  const url = await newTown('answer_lost')
  const opened = await openPostgres(url)
  let lose = false
  const db = new Proxy(opened.db, {
    get: (target, name) => {
      const value = Reflect.get(target, name)
      if (name !== 'execute') return typeof value === 'function' ? value.bind(target) : value
      return async (statement: Parameters<Db['execute']>[0]) => {
        const result = await target.execute(statement)
        const wrote = lose && JSON.stringify(result).includes('number')
        if (wrote) throw Object.assign(new Error('connection lost'), { code: 'CONNECTION_CLOSED' })
        return result
      }
    },
  })
  const outside = await createOutside(readEnv(demoEnv(listening.url)), { db, photoStore: memoryStore() })
  const api = createApi(outside)
  const fetchIn = (path: string, init?: RequestInit) => api.fetch(new Request(`http://town${path}`, init))
  const phone = await signIn(wechat, fetchIn, 'caller')
  const input = { id: randomUUID(), words: '水管漏水', photoIds: [], buildingId: 't001v1g1b1' }
  lose = true
  await expect(phone.call('fileReport', input)).rejects.toThrow('503 busy')
  lose = false
  const receipt = await phone.call('fileReport', input)
  expect(await phone.call('fileReport', input)).toEqual(receipt)
  const sent = { ...input, phone: 0, receipt, tries: 2, longest: 0 }
  await checkAftermath({ db: opened.db, sent: [sent], phones: [phone] })
  await outside.close()
  await opened.close()
})
