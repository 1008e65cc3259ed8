import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { freePort } from '@huiyin/tests/support/cluster.ts'
import { openTestDatabase } from '@huiyin/tests/support/database.ts'
import { photo } from '@huiyin/tests/support/picture.ts'
import { startServer } from '@huiyin/tests/support/server-process.ts'
import { serverProgram } from '@huiyin/tests/support/shared-server.ts'
import { signIn } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { pause } from './fault-town.ts'

test('told to stop during fifty uploads, the service finishes what has begun, breaks nothing and ends well', async () => {
  const { db, url = '', close } = await openTestDatabase()
  const wechat = createFakeWechat()
  const listening = await wechat.listen()
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-photos-'))
  const program = await serverProgram()
  const env = { ...demoEnv(listening.url), DATABASE_URL: url, PHOTO_FOLDER: folder }
  const server = await startServer(env, await freePort(), program)
  const phone = await signIn(wechat, (path, init) => fetch(server.url + path, init), 'caller')
  const bytes = await photo()
  const uploads = Array.from({ length: 50 }, () => {
    const id = randomUUID()
    return phone.upload(id, bytes).then(
      () => ({ id, done: true }),
      () => ({ id, done: false }),
    )
  })
  await Promise.race(uploads)
  await pause(50)
  // Forced to its end after ten seconds, it would answer 1.
  expect(await server.stop()).toBe(0)
  const ended = await Promise.all(uploads)
  const done: string[] = ended.filter(it => it.done).map(it => it.id)
  const rows = await rowsOf<{ id: string; state: string; key: string }>(
    db,
    sql`select id, state, storage_key as key from photos`,
  )
  const stored: string[] = rows.filter(it => it.state === 'stored').map(it => it.id)
  expect(done.filter(id => !stored.includes(id))).toEqual([])
  expect(stored.filter(id => !done.includes(id))).toEqual([])
  rmSync(folder, { recursive: true })
  await listening.close()
  await close()
})

test('told to stop with two thousand messages still to send, the service ends well, and another sends the rest: each once', async () => {
  const { db, url = '', close } = await openTestDatabase()
  const wechat = createFakeWechat({ sendMs: 150 })
  const listening = await wechat.listen()
  const program = await serverProgram()
  const env = { ...demoEnv(listening.url), DATABASE_URL: url }
  const start = async () => startServer(env, await freePort(), program)
  const server = await start()
  const phones = await Promise.all(
    [...Array(20).keys()].map(n => signIn(wechat, (path, init) => fetch(server.url + path, init), `caller-${n}`)),
  )
  for (const it of phones) wechat.control.credits(it.openid, demoTemplateIds.newTask, 1000)
  await rowsOf(db, sql`insert into permits (person_id, template, "left") select id, 'task', 1000000 from people`)
  await rowsOf(
    db,
    sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, template, kind, fill, urgent, state, due_at, created_at)
    select gen_random_uuid(), gen_random_uuid(), 't001v1g1', p.id, 'wechat', 'task', 'report-new',
      '{"number":"26112400001","kind":"漏水堵水","place":"柳塘村 3号楼"}', false, 'waiting', now(), now()
    from people p, generate_series(1, 100) n where p.openid like 'caller-%'`,
  )
  const count = async (state: string) =>
    (await rowsOf(db, sql`select from alerts where channel = 'wechat' and state = ${state}`)).length
  await expect.poll(() => count('sent')).toBeGreaterThan(0)
  expect(await server.stop()).toBe(0)
  expect([(await count('waiting')) > 0, await count('dead'), await count('failed')]).toEqual([true, 0, 0])
  wechat.control.configure({ sendMs: 0 })
  const next = await start()
  await expect.poll(() => count('sent'), { timeout: 60_000 }).toBe(2000)
  expect(wechat.control.sent()).toHaveLength(2000)
  await next.stop()
  await listening.close()
  await close()
})
