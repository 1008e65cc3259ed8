import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { expectProblem } from '@huiyin/tests/support/clear-problem.ts'
import { openWorld, type Someone, tuesdayMorning, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** On both databases: the main path of its room. */

let world: World
let resident: Someone
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.clock.now = tuesdayMorning
  resident = await world.someone('resident')
})
afterAll(() => world.close())

const meAs = (authorization: string) => world.anybody('/api/me', { headers: { authorization } })
const base64url = (it: unknown) => Buffer.from(JSON.stringify(it)).toString('base64url')

test('a token is 256 random bits and is kept only as its hash', async () => {
  expect(resident.token).toMatch(/^[\w-]{43}$/)
  const again = await world.someone('resident')
  expect(again.token).not.toBe(resident.token)
  const rows = await rowsOf<{ all: string }>(world.outside.db, sql`select s::text as all from sessions s`)
  const all = rows.map(row => row.all).join()
  expect(all).not.toContain(resident.token)
  expect(all).toContain(createHash('sha256').update(resident.token).digest('hex'))
})

test('a token that is not exactly right opens nothing', async () => {
  const { token } = resident
  const hash = createHash('sha256').update(token).digest('hex')
  const flipped = (at: number) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
  const wrong = [
    ...Array.from(token, (_, at) => `Bearer ${flipped(at)}`),
    ...['', 'Bearer', 'Bearer ', token, `Basic ${token}`, `bearer  ${token}`, `Bearer ${token}x`],
    ...[`Bearer ${token}, Bearer ${token}`, `Bearer ${token.slice(0, -1)}`, `Bearer ${token.toUpperCase()}`],
    ...[
      `Bearer ${hash}`,
      `Bearer ${resident.id}`,
      `Bearer ${resident.openid}`,
      `Bearer ${randomBytes(32).toString('base64url')}`,
    ],
    ...[
      `Bearer ${base64url({ alg: 'none' })}.${base64url({ sub: resident.id })}.`,
      "Bearer ' or '1'='1",
      `Bearer ${'A'.repeat(5000)}`,
    ],
    ...['Bearer undefined', 'Bearer null', `Bearer ${'-'.repeat(43)}`],
  ]
  for (const authorization of wrong) await expectProblem(await meAs(authorization), 'not-signed-in')
})

test('a token in the address, a cookie or the body is no token', async () => {
  const { token } = resident
  await expectProblem(await world.anybody(`/api/me?token=${token}&access_token=${token}`), 'not-signed-in')
  await expectProblem(await world.anybody('/api/me', { headers: { cookie: `token=${token}` } }), 'not-signed-in')
  await expectProblem(await world.anybody('/api/me', { headers: { 'x-token': token } }), 'not-signed-in')
})

test('after signing out the token is dead, and only this one', async () => {
  const phone = await world.someone('resident')
  await phone.call('closeSession', {})
  await expectProblem(await meAs(`Bearer ${phone.token}`), 'not-signed-in')
  await expectProblem(await phone.fetch('/api/sessions/current', { method: 'DELETE' }), 'not-signed-in')
  expect((await meAs(`Bearer ${resident.token}`)).status).toBe(200)
})

test('a session ends after thirty days', async () => {
  world.clock.forward(30 * 24 * 60 - 1)
  expect((await meAs(`Bearer ${resident.token}`)).status).toBe(200)
  world.clock.forward(1)
  await expectProblem(await meAs(`Bearer ${resident.token}`), 'not-signed-in')
})

test('a stale token does not keep anybody from what is open to all', async () => {
  const answer = await world.anybody('/api/areas', { headers: { authorization: 'Bearer nonsense-nonsense-nonsense' } })
  expect(answer.status).toBe(200)
})

test('neither openid nor session key nor token hash ever comes back', async () => {
  const code = world.wechat.control.registerLoginCode('openid-of-hers')
  const answers = [
    await world.anybody('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    }),
  ]
  const her = await world.someone('openid-of-hers')
  const id = randomUUID()
  await her.call('fileReport', { id, words: '路灯不亮', buildingId: 't001v1g1b1' })
  for (const path of [
    '/api/me',
    '/api/reports/mine',
    `/api/reports/${id}`,
    '/api/alerts',
    '/api/permits',
    '/api/me/looks',
  ])
    answers.push(await her.fetch(path))
  const worker = await world.someone('worker')
  for (const path of [`/api/reports/${id}`, '/api/reports/desk?desk=t001v1g1', '/api/alerts'])
    answers.push(await worker.fetch(path))
  for (const answer of answers) {
    expect(answer.status).toBeLessThan(300)
    expect(await answer.text()).not.toMatch(/openid|session_?key|sessionKey|token_?hash|cipher/i)
  }
})
