import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type OpenDb, openPostgres } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { buildAway, filesBelow, productionEnv, root } from '@huiyin/tests/support/builds.ts'
import { type Cluster, carefree, freePort, startCluster } from '@huiyin/tests/support/cluster.ts'
import { startServer } from '@huiyin/tests/support/server-process.ts'
import { buildTown } from '@huiyin/tests/support/town.ts'
import * as hostBuilder from '@vercel/node'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileAndMend } from './over-http.ts'

/** The built programs on a real PostgreSQL, with a local object store and the fake WeChat. */
type StartDevServer = (options: object) => Promise<{ port: number; pid: number }>
// The host's builder has it, its published types have not.
const { startDevServer } = hostBuilder as unknown as { startDevServer: StartDevServer }

const folder = mkdtempSync(join(tmpdir(), 'huiyin-bundle-'))
const bucket = join(folder, 's3')
const wechat = createFakeWechat()
let cluster: Cluster
let store: S3rver
let listening: { url: string; close: () => Promise<void> }
let env: Record<string, string>

beforeAll(async () => {
  store = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: bucket,
    configureBuckets: [{ name: 'photos', configs: [] }],
  })
  const { port } = (await store.run()) as AddressInfo
  cluster = await startCluster(carefree)
  listening = await wechat.listen()
  const s3 = { S3_ENDPOINT: `http://127.0.0.1:${port}` }
  env = { PATH: process.env.PATH ?? '', ...productionEnv, ...demoEnv(listening.url), ...s3 }
})
afterAll(async () => {
  await cluster.stop()
  await listening.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a program to its end; answers what it printed, throws what it complained of. */
const run = async (program: string, env: Record<string, string>, ...words: string[]) =>
  (await promisify(execFile)(process.execPath, [program, ...words], { env, cwd: folder })).stdout

const mended = {
  state: 'resolved',
  before: [{ state: 'stored', url: expect.any(String) }],
  after: [{ state: 'stored', url: expect.any(String) }],
}

describe('the function, called by the host’s own code', () => {
  let built: Awaited<ReturnType<typeof buildAway>>
  let opened: OpenDb
  let host: { port: number; pid: number }
  let url: string

  beforeAll(async () => {
    built = await buildAway('host')
    const workPath = join(built.into, 'functions', 'api.func')
    const database = await cluster.createDatabase('for_the_host')
    opened = await openPostgres(database, { max: 1 })
    await buildTown(opened.db)
    const meta = { devCacheDir: join(folder, 'cache'), env: { ...env, DATABASE_URL: database } }
    host = await startDevServer({
      entrypoint: 'index.mjs',
      workPath,
      repoRootPath: workPath,
      config: {},
      files: {},
      meta,
    })
    url = `http://127.0.0.1:${host.port}`
  })
  afterAll(async () => {
    process.kill(host.pid)
    await opened.close()
    built.remove()
  })

  test('is healthy and reaches its database', async () => {
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ ok: true })
  })

  test('carries a report with its photos from filing to mending', async () => {
    wechat.control.reset()
    expect(await fileAndMend(url, wechat)).toMatchObject(mended)
  })

  test('does its chores for the scheduler that knows the secret, and for nobody else', async () => {
    const ask = (authorization: string) => fetch(`${url}/api/cron`, { headers: { authorization } })
    expect((await ask('Bearer guessed')).status).toBe(401)
    expect(await (await ask(`Bearer ${env.CRON_SECRET}`)).json()).toMatchObject({ ok: true })
  })
})

/** Prepares PostgreSQL as docs/operations.md says; answers the addresses for migrating and for running. */
const twoAccounts = async () => {
  const [roles = '', grants = ''] = readFileSync(join(root, 'docs', 'operations.md'), 'utf8')
    .split('```sql')
    .slice(1)
    .map(block => block.slice(0, block.indexOf('```')))
  for (const [database, block] of Object.entries({ postgres: roles, huiyin: grants })) {
    const { db, close } = await openPostgres(cluster.url(database), { max: 1 })
    for (const statement of block.split(';').filter(it => it.trim())) await db.execute(statement)
    await close()
  }
  const address = (account: string) => cluster.url('huiyin').replace('postgres:test', account)
  return {
    owner: address(`huiyin_owner:${encodeURIComponent('换成甲密码')}`),
    app: address(`huiyin_app:${encodeURIComponent('换成乙密码')}`),
  }
}

describe('the server folder, copied to another machine', () => {
  test('is migrated by one account and runs on the other: pages, API, a report, a goodbye', async () => {
    const built = await buildAway('server')
    const here = join(folder, 'elsewhere')
    cpSync(built.into, here, { recursive: true })
    built.remove()
    const { owner, app } = await twoAccounts()
    await run(join(here, 'bin', 'migrate.mjs'), { ...env, DATABASE_URL: owner })
    const opened = await openPostgres(owner, { max: 1 })
    await buildTown(opened.db)
    await opened.close()
    const own = { ...env, DATABASE_URL: app }

    wechat.control.reset()
    const server = await startServer(own, await freePort(), join(here, 'bin', 'server.mjs'))
    for (const path of ['/', '/js/app.0a1b2c3d.js', '/assets/rapidoc-min.js', '/api/openapi.json', '/readyz'])
      expect((await fetch(server.url + path)).status, path).toBe(200)
    const stored = filesBelow(bucket).length
    const report = await fileAndMend(server.url, wechat)
    expect(report).toMatchObject(mended)
    expect(filesBelow(bucket).length).toBeGreaterThan(stored)
    const seen = await fetch(server.url + report.after[0]?.thumbUrl)
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const listed = await run(join(here, 'bin', 'cli.mjs'), own, 'people', 'list')
    expect(listed).toContain('吴桂英')
    expect(await server.stop()).toBe(0)
  })

  test('refuses to start when nobody said what it is for and something is missing', async () => {
    const { NODE_ENV: _, ...rest } = { ...productionEnv, NODE_ENV: '', CRON_SECRET: '' }
    const refusal = run(join(folder, 'elsewhere', 'bin', 'server.mjs'), rest)
    await expect(refusal).rejects.toThrow('Not fit for production: CRON_SECRET')
  })
})
