import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bringUpPostgres } from '@huiyin/db/bring-up.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everythingBroken } from '../support/broken.ts'
import { freePort } from '../support/cluster.ts'
import { bundleOldServer } from '../support/old-server.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { openAsLeft } from '../support/upgrade-database.ts'
import { oldSecret, openOldTown, readOldTown, readRelease } from '../support/upgrade-release.ts'
import { signIn, type World } from '../support/world.ts'
import { countsOf, type Done, goOnAsking, lost } from './pressing.ts'

/** The last release's server goes on while its database is brought up to date under it, and is replaced afterwards. */
const slow = 180_000

const release = readRelease()
const wechat = createFakeWechat()
const photos = mkdtempSync(join(tmpdir(), 'huiyin-photos-'))
let listening: Awaited<ReturnType<typeof wechat.listen>>
let old: { program: string; remove: () => void }
let left: Awaited<ReturnType<typeof openAsLeft>>
let server: ServerProcess
beforeAll(async () => {
  old = await bundleOldServer(release.commit)
  left = await openAsLeft(release, readOldTown())
  listening = await wechat.listen()
  const own = { HUIYIN_SECRET: oldSecret, DATABASE_URL: left.url, DATABASE_POOL: '5', PHOTO_FOLDER: photos }
  const env = { ...demoEnv(listening.url), ...own }
  server = await startServer(env, await freePort(), old.program)
}, slow)
afterAll(async () => {
  await server?.stop()
  await listening?.close()
  await left?.close()
  old?.remove()
  rmSync(photos, { recursive: true, force: true })
})

test(
  'while the new migrations go in nobody is refused for good, nothing is lost and nothing doubled',
  async () => {
    const before = await countsOf(left.db)
    const fetched = (path: string, init?: RequestInit) => fetch(server.url + path, init)
    const people = await Promise.all([0, 1, 2, 3].map(n => signIn(wechat, fetched, `presses-${n}`)))
    const done: Done[] = []
    let over = false
    const pressing = Promise.all(people.map(who => goOnAsking(who, done, () => over)))
    const have = async (count: number) => {
      while (done.length < count) await pause(20)
    }
    // Before, during and after, by the same phones; whoever is refused for good ends it at once.
    await Promise.race([pressing, have(12)])
    await bringUpPostgres(left.url)
    await Promise.race([pressing, have(done.length + 24)])
    over = true
    await pressing
    expect(await server.stop()).toBe(0)

    const filed = Object.entries(before).map(([room, count]) => [
      room,
      count + done.filter(it => it.room === room).length,
    ])
    expect(await countsOf(left.db)).toEqual(Object.fromEntries(filed))
    const world: World = await openOldTown(left, { at: new Date().toISOString() })
    expect(await lost(world, done)).toEqual([])
    expect(await everythingBroken(world.outside.db)).toEqual([])
  },
  slow,
)

test('without the history of the repository this has not run, and does not pass', async () => {
  await expect(bundleOldServer('0'.repeat(40))).rejects.toThrow(/^NOT RUN: .*git fetch --unshallow/)
})
