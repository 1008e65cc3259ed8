import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { demoEnv } from '../../dev/demo-env.ts'
import { createFakeWechat } from '../../dev/wechat/server.ts'
import { freePort } from '../support/cluster.ts'
import { openTestDatabase } from '../support/database.ts'
import { pause } from '../support/fault-town.ts'
import { bundleServer } from '../support/server-bundle.ts'
import { startServer } from '../support/server-process.ts'
import { buildTown } from '../support/town.ts'
import { photo, signIn } from '../support/world.ts'

test('told to stop during fifty uploads, the service finishes what has begun, breaks nothing and ends well', async () => {
  const { db, url = '', close } = await openTestDatabase()
  await buildTown(db)
  const wechat = createFakeWechat()
  const listening = await wechat.listen()
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-photos-'))
  const bundle = await bundleServer()
  const env = { ...demoEnv(listening.url), DATABASE_URL: url, PHOTO_FOLDER: folder }
  const server = await startServer(env, await freePort(), bundle.program)
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
  bundle.remove()
  rmSync(folder, { recursive: true })
  await listening.close()
  await close()
}, 120_000)
