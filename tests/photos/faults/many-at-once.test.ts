import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import { requestLimits } from '@huiyin/shared/core/request-limits.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { repetitions } from '@huiyin/tests/support/depth.ts'
import { memoryStore } from '@huiyin/tests/support/memory-store.ts'
import { packed } from '@huiyin/tests/support/packed.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noise } from '../pictures.ts'

/** Whoever sends more than there is room for is told so at once, unread; what he is told is what became of it. */
let world: World
const store = memoryStore()
/** The store ends a call when this does. */
let held = Promise.resolve()
beforeAll(async () => {
  world = await openWorld({
    photoStore: { ...store, put: async (...it) => held.then(() => store.put(...it)) },
  })
})
afterAll(() => world.close())

const storedOf = async (who: Someone) => {
  const rows = await rowsOf<{ id: string }>(
    world.outside.db,
    sql`select id from photos where owner_id = ${who.id}::uuid and state = 'stored'`,
  )
  return rows.map(it => it.id).sort()
}

const send = async (who: Someone, path: string, bytes: Uint8Array) => {
  const form = new FormData()
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'a.jpg'))
  const answer = await who.fetch(path, await packed(form))
  const { id, code } = (await answer.json()) as { id?: string } & Partial<Problem>
  return { status: answer.status, id, code }
}

test('one person sends a hundred and fifty photos at once: as many as may are kept, all others hear no, and nothing is kept in secret', async () => {
  const collector = await world.someone('collector')
  const bytes = await noise(300, 200)
  const answers = await Promise.all(
    Array.from({ length: repetitions(30, 150) }, () => send(collector, `/api/photos/${randomUUID()}`, bytes)),
  )
  const kept = answers.filter(it => it.status === 201)
  expect(kept.length).toBeLessThanOrEqual(requestLimits.uploadsAtOnce.person.requests)
  expect(kept.length).toBeGreaterThan(0)
  expect(new Set(answers.filter(it => it.status !== 201).map(it => it.code))).toEqual(new Set(['too-many']))
  await world.settle()
  expect(await storedOf(collector)).toEqual(kept.map(it => it.id).sort())
})

test('sixty a day are sixty, however many come side by side, and what was refused counts as a try', async () => {
  const eager = await world.someone('eager')
  await rowsOf(
    world.outside.db,
    sql`insert into photos (id, owner_id, state, created_at) select gen_random_uuid(), ${eager.id}::uuid, 'awaited', ${world.clock.now.toISOString()}::timestamptz from generate_series(1, ${photoLimits.perDay - 2}::int)`,
  )
  const bytes = await noise(300, 200)
  const answers = await Promise.all([1, 2, 3, 4].map(() => send(eager, `/api/photos/${randomUUID()}`, bytes)))
  expect(answers.map(it => it.status).sort()).toEqual([201, 201, 429, 429])
  const [tally] = await rowsOf<{ tries: number }>(
    world.outside.db,
    sql`update upload_tallies set tries = ${photoLimits.triesPerDay}::int - 1 where owner_id = ${eager.id}::uuid returning tries`,
  )
  expect(tally).toBeDefined()
  world.clock.forward(25 * 60)
  expect((await send(eager, `/api/photos/${randomUUID()}`, Buffer.from('no photo'))).code).toBe('not-a-photo')
  world.clock.forward(-25 * 60)
  await rowsOf(
    world.outside.db,
    sql`update upload_tallies set tries = ${photoLimits.triesPerDay}::int where owner_id = ${eager.id}::uuid`,
  )
  expect((await send(eager, `/api/files/${randomUUID()}`, Buffer.from('%PDF-1.4'))).code).toBe('too-many')
})

test('a store that takes longer than anybody waits: all hear busy, and nothing of it is there when it wakes up', async () => {
  const patient = await world.someone('patient')
  let wake = () => {}
  held = new Promise(done => {
    wake = done
  })
  const bytes = await noise(300, 200)
  const ids = [randomUUID(), randomUUID()]
  const answers = await Promise.all(
    ids.map(id => send({ ...patient, fetch: once(patient) }, `/api/photos/${id}`, bytes)),
  )
  expect(answers.map(it => it.code)).toEqual(['busy', 'busy'])
  wake()
  await new Promise(done => setTimeout(done, 100))
  expect(await storedOf(patient)).toEqual([])
  expect((await send(patient, `/api/photos/${ids[0]}`, bytes)).status).toBe(201)
})

/** Without asking again. */
const once =
  ({ token }: Someone): Someone['fetch'] =>
  (path, init) =>
    world.anybody(path, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } })
