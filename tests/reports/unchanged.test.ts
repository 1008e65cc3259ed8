import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Someone, tap, type World } from '../support/world.ts'

/** Phones ask again and again what is new: what has not changed is not sent a second time. */
let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  worker = await world.someone('worker')
})
afterAll(() => world.close())

const read = async (who: Someone, path: string, tag?: string | null) => {
  const answer = await who.fetch(path, tag ? { headers: { 'if-none-match': tag } } : {})
  return { status: answer.status, tag: answer.headers.get('etag'), text: await answer.text() }
}
const files = async () =>
  (await resident.call('fileReport', { id: randomUUID(), words: '路灯不亮', buildingId: 't001v1g1b1' })).id

test('a list that has not changed is not sent again; one more matter in it, and it is', async () => {
  await files()
  const first = await read(resident, '/api/reports/mine')
  expect([first.status, first.tag]).toEqual([200, expect.stringMatching(/^"[\w-]+"$/)])
  expect(await read(resident, '/api/reports/mine', first.tag)).toEqual({ status: 304, tag: first.tag, text: '' })
  await files()
  const next = await read(resident, '/api/reports/mine', first.tag)
  expect([next.status, next.tag === first.tag, JSON.parse(next.text).items.length]).toEqual([200, false, 2])
})

test('a matter that moved is sent, though it was read before', async () => {
  const id = await files()
  const { tag } = await read(resident, `/api/reports/${id}`)
  await worker.call('acceptReport', tap(id))
  const after = await read(resident, `/api/reports/${id}`, tag)
  expect([after.status, JSON.parse(after.text).state]).toEqual([200, 'accepted'])
})

test('who may not see it is refused, whatever he names', async () => {
  const { tag } = await read(resident, '/api/reports/mine')
  expect((await world.anybody('/api/reports/mine', { headers: { 'if-none-match': tag ?? '' } })).status).toBe(401)
  const id = await files()
  const seen = await read(resident, `/api/reports/${id}`)
  const stranger = await world.someone('stranger')
  expect((await read(stranger, `/api/reports/${id}`, seen.tag)).status).toBe(404)
})

test('one person’s answer is not another’s', async () => {
  const { tag } = await read(resident, '/api/reports/mine')
  expect((await read(worker, '/api/reports/mine', tag)).status).toBe(200)
})
