import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderStore } from '@huiyin/api/core/adapters/photo-store.ts'
import { sha256 } from '@huiyin/api/core/secrets.ts'
import { clearForgotten } from '@huiyin/api/photos/clear-forgotten.ts'
import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { freePort } from '@huiyin/tests/support/cluster.ts'
import { openTestDatabase } from '@huiyin/tests/support/database.ts'
import { photo } from '@huiyin/tests/support/picture.ts'
import { type ServerProcess, startServer } from '@huiyin/tests/support/server-process.ts'
import { serverProgram } from '@huiyin/tests/support/shared-server.ts'
import { startProxy, type TcpProxy } from '@huiyin/tests/support/tcp-proxy.ts'
import { type Someone, signIn } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAftermath, checkBytes } from './aftermath.ts'

/** The service is killed (SIGKILL) at one exact moment: between what it asked of the database and what it would do next. */
let db: Db
let line: TcpProxy
let phone: Someone
let server: ServerProcess
let start: () => Promise<void>
const folder = mkdtempSync(join(tmpdir(), 'huiyin-photos-'))
const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true })]

beforeAll(async () => {
  const opened = await openTestDatabase()
  db = opened.db
  const wechat = createFakeWechat()
  const listening = await wechat.listen()
  line = await startProxy(Number(new URL(opened.url ?? '').port))
  const program = await serverProgram()
  const port = await freePort()
  const url = line.through(opened.url ?? '')
  const env = { ...demoEnv(listening.url), DATABASE_URL: url, PHOTO_FOLDER: folder }
  start = async () => {
    server = await startServer(env, port, program)
  }
  await start()
  phone = await signIn(wechat, (path, init) => fetch(server.url + path, init), 'caller')
  closing.push(listening.close, opened.close, line.close, () => server.stop())
})
afterAll(async () => {
  for (const close of closing.toReversed()) await close()
})

/** Kills the service when this piece comes by, which then arrives nowhere. */
const killAt = (isIt: (piece: Buffer, from: 'service' | 'database') => boolean) => {
  let killed: Promise<void> | undefined
  line.watch((piece, from) => {
    if (killed) return false
    if (!isIt(piece, from)) return true
    killed = server.kill()
    return false
  })
  return async () => {
    expect(killed).toBeDefined()
    await killed
    line.watch()
    await start()
  }
}

/** What says that the bytes are there, for only that names their hash. */
const marks = (bytes: Uint8Array) => (piece: Buffer) => piece.includes(sha256(bytes))

const rowsIn = async (table: 'reports' | 'photo_keys') => (await rowsOf(db, sql`select from ${sql.raw(table)}`)).length
const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(it => it.endsWith('.jpg')).length
const stateOf = async (id: string) =>
  (await rowsOf<{ state: string }>(db, sql`select state from photos where id = ${id}::uuid`))[0]?.state

test('after the commit and before the answer: the second try gets the receipt of the first', async () => {
  const input = { id: randomUUID(), words: '水管漏水', photoIds: [], buildingId: 't001v1g1b1' }
  // The one thing that filing gives back is the number.
  const number = new RegExp(`${shanghaiDay(new Date()).slice(2).replaceAll('-', '')}\\d{5}`)
  const again = killAt((piece, from) => from === 'database' && number.test(piece.toString('latin1')))
  await expect(phone.call('fileReport', input)).rejects.toThrow()
  expect(await rowsIn('reports')).toBe(1)
  await again()
  const receipt = await phone.call('fileReport', input)
  expect(await phone.call('fileReport', input)).toEqual(receipt)
  await checkAftermath({ db, sent: [{ ...input, phone: 0, receipt, tries: 2, longest: 0 }], phones: [phone] })
})

test('when the bytes of a photo are kept and their row is not: the second try completes it, the first bytes go', async () => {
  const [id, bytes] = [randomUUID(), await photo()]
  const again = killAt(marks(bytes))
  await expect(phone.upload(id, bytes)).rejects.toThrow()
  expect([files(), await stateOf(id)]).toEqual([2, 'awaited'])
  await again()
  expect(await phone.upload(id, bytes)).toMatchObject({ id, state: 'stored' })
  expect(files()).toBe(4)
  const now = (hours: number) => () => new Date(Date.now() + hours * 3_600_000)
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
  const clear = (hours: number) => clearForgotten({ db, log, photoStore: folderStore(folder), now: now(hours) })
  await clear(5)
  expect([files(), await rowsIn('photo_keys')]).toEqual([4, 1])
  await clear(7)
  expect([files(), await rowsIn('photo_keys')]).toEqual([2, 0])
  await checkBytes(db, folder)
})

test('when the row of a photo is written and nobody was told: the second try gets the same photo', async () => {
  const [id, bytes] = [randomUUID(), await photo()]
  const before = files()
  let marked = false
  const again = killAt((piece, from) => {
    marked ||= marks(bytes)(piece)
    return marked && from === 'database' && piece.includes(id)
  })
  await expect(phone.upload(id, bytes)).rejects.toThrow()
  expect(await stateOf(id)).toBe('stored')
  await again()
  expect(await phone.upload(id, bytes)).toMatchObject({ id, state: 'stored' })
  expect([files(), await rowsIn('photo_keys')]).toEqual([before + 2, 0])
  await checkBytes(db, folder)
})
