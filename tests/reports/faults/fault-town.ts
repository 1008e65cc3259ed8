import { type Api, createApi } from '@huiyin/api/app.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import { createOutside, type Given, type Outside } from '@huiyin/api/core/outside.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { openTestDatabase } from '@huiyin/tests/support/database.ts'
import { memoryStore } from '@huiyin/tests/support/memory-store.ts'
import { startProxy, type TcpProxy } from '@huiyin/tests/support/tcp-proxy.ts'
import { type Someone, signIn } from '@huiyin/tests/support/world.ts'
import { checkAftermath } from './aftermath.ts'
import type { Sent } from './load.ts'

/** The service with the real time, behind a line to its real database that can be disturbed. */
export type FaultTown = {
  api: Api
  outside: Outside
  line: TcpProxy
  /** The database without the line between. */
  db: Db
  url: string
  fetch: Someone['fetch']
  phones: (count: number) => Promise<Someone[]>
  /** Everything that was logged, and every refusal's body. */
  said: string[]
  /** The one checker; then the connections are back to what the pool allows (I8). */
  check: (sent: Sent[], phones: Someone[]) => Promise<void>
  close: () => Promise<void>
}

const pool = 5

export const openFaultTown = async (given: Given = {}): Promise<FaultTown> => {
  const { db, url, close } = await openTestDatabase()
  if (!url) throw new Error('faults need a real PostgreSQL')
  const line = await startProxy(Number(new URL(url).port))
  const wechat = createFakeWechat()
  const listening = await wechat.listen()
  const said: string[] = []
  const write = (facts: object, message: string) => void said.push(JSON.stringify({ ...facts, message }))
  const env = readEnv({ ...demoEnv(listening.url), DATABASE_URL: line.through(url), DATABASE_POOL: String(pool) })
  const log = { debug: write, info: write, warn: write, error: write }
  const outside = await createOutside(env, { photoStore: memoryStore(), log, ...given })
  const api = createApi(outside)
  const fetch: Someone['fetch'] = async (path, init) => {
    const answer = await api.fetch(new Request(`http://town${path}`, init))
    if (!answer.ok) said.push(await answer.clone().text())
    return answer
  }
  return {
    api,
    outside,
    line,
    db,
    url,
    fetch,
    said,
    phones: count => Promise.all([...Array(count).keys()].map(n => signIn(wechat, fetch, `caller-${n}`))),
    check: (sent, phones) => checkAftermath({ db, sent, phones, said }),
    close: async () => {
      await outside.close()
      await line.close()
      await listening.close()
      await close()
    },
  }
}

/** One answer and how long it took. */
export const timed = async (
  asked: Promise<Response>,
): Promise<{ status: number; retry: string | null; ms: number }> => {
  const started = performance.now()
  const { status, headers } = await asked
  return { status, retry: headers.get('retry-after'), ms: performance.now() - started }
}

export const pause = (ms: number) => new Promise(done => setTimeout(done, ms))
