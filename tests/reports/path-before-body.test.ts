import { randomUUID } from 'node:crypto'
import { textAt } from '@huiyin/api/core/push-event.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Someone, type World } from '../support/world.ts'

/** What comes in by the front door: the address says which matter it is, a token is whole, and nothing that was typed comes back. */
let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  worker = await world.someone('worker')
})
afterAll(() => world.close())

const file = async () => {
  const place = { buildingId: 't001v1g1b1', words: '楼道里堆着垃圾' }
  return (await resident.call('fileReport', { id: randomUUID(), ...place })).id
}
const stateOf = async (id: string) => (await resident.call('getReport', { id })).state
const json = (body: unknown): RequestInit => ({
  ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

test('the address says which matter it is, whatever the body or the query say', async () => {
  const [one, other] = [await file(), await file()]
  await worker.fetch(`/api/reports/${one}/accept`, json({ id: other, eventId: randomUUID() }))
  expect([await stateOf(one), await stateOf(other)]).toEqual(['accepted', 'filed'])
  const answer = await resident.fetch(`/api/reports/${one}?id=${other}`)
  expect(await answer.json()).toMatchObject({ id: one })
})

test('a token with anything behind it is none', async () => {
  const as = (authorization: string) => world.anybody('/api/me', { headers: { authorization } })
  expect((await as(`Bearer ${resident.token}`)).status).toBe(200)
  for (const more of [' ', ' x', ', Bearer y', '='])
    expect((await as(`Bearer ${resident.token}${more}x`)).status).toBe(401)
  expect((await as(`bearer ${resident.token}`)).status).toBe(401)
  expect((await as(`x Bearer ${resident.token}`)).status).toBe(401)
})

test('a refusal names the field, and never what somebody typed as the name of another in it', async () => {
  const answer = await resident.fetch('/api/permits', json({ id: randomUUID(), results: { 金丝雀: { 秘密: 1 } } }))
  const text = await answer.text()
  expect(answer.status).toBe(400)
  expect(text).not.toMatch(/金丝雀|秘密/)
})

test('a body of 64 KiB is read, and one byte more is too large', async () => {
  const send = async (size: number) => {
    const frame = JSON.stringify({ id: randomUUID(), eventId: randomUUID(), words: '' })
    const body = frame.replace('"words":""', `"words":"${'a'.repeat(size - frame.length)}"`)
    const id = await file()
    const answer = await worker.fetch(`/api/reports/${id}/accept`, {
      ...json(body),
      headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
    })
    return answer.status
  }
  expect(await send(64 * 1024 + 1)).toBe(413)
  expect(await send(64 * 1024)).not.toBe(413)
})

test('a pushed message holds what stands in it, and nothing that every object has', () => {
  expect(textAt({ result: { suggest: 'pass' } }, 'result', 'suggest')).toBe('pass')
  for (const path of [
    ['constructor', 'name'],
    ['result', 'constructor', 'name'],
    ['__proto__', 'constructor', 'name'],
  ])
    expect(textAt({ result: {} }, ...path)).toBe('')
})
