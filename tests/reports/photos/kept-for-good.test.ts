import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'

let world: World
let resident: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
})
afterAll(() => world.close())

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj')
const send = (who: Someone, id: string) => {
  const form = new FormData()
  form.set('file', new File([pdf as Uint8Array<ArrayBuffer>], 'x', { type: 'application/pdf' }))
  return who.fetch(`/api/files/${id}`, { method: 'POST', body: form })
}
test('what was kept is still there when the bytes that nobody named have been cleared away', async () => {
  const photos = [await resident.upload(), await resident.upload()].map(it => it.id)
  const { id } = await resident.call('fileReport', { id: randomUUID(), photoIds: photos, buildingId: 't001v1g1b1' })
  world.clock.forward(12 * 60)
  for (let n = 0; n < 3; n++) await world.api.chores()
  const { before } = await resident.call('getReport', { id })
  for (const photo of before)
    for (const link of [photo.url, photo.thumbUrl]) expect((await world.anybody(link ?? '')).status).toBe(200)
})

test('photos stand in the order in which she chose them', async () => {
  const chosen = Array.from({ length: 5 }, () => randomUUID()).sort()
  for (const photoIds of [
    chosen,
    Array.from({ length: 5 }, () => randomUUID())
      .sort()
      .reverse(),
  ]) {
    const { id } = await resident.call('fileReport', { id: randomUUID(), photoIds, buildingId: 't001v1g1b1' })
    expect((await resident.call('getReport', { id })).before.map(it => it.id)).toEqual(photoIds)
  }
})

test('the sixty-first file of a day has to wait for tomorrow; what never arrived does not count', async () => {
  const collector = await world.someone('collector')
  const fill = (many: number, key: string | null) =>
    rowsOf(
      world.outside.db,
      sql`insert into sealed_files (id, owner_id, kind, storage_key, key_cipher, source_hash, created_at)
        select gen_random_uuid(), ${collector.id}::uuid, ${key && 'pdf'}, ${key}::text || n, ${key}, ${key}, ${world.clock.now.toISOString()}::timestamptz - interval '1 hour'
        from generate_series(1, ${many}::int) n`,
    )
  await fill(20, null)
  await fill(59, 'k')
  expect((await send(collector, randomUUID())).status).toBe(201)
  expect((await send(collector, randomUUID())).status).toBe(429)
  expect((await send(resident, randomUUID())).status).toBe(201)
  world.clock.forward(24 * 60 + 1)
  expect((await send(collector, randomUUID())).status).toBe(201)
})
