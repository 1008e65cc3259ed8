import { randomUUID } from 'node:crypto'
import type { Log } from '@huiyin/api/core/outside.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Someone, type World } from '../support/world.ts'

/** Everything personal that goes in carries one of these marks; afterwards no log line and no refusal may hold one. */
const phones = Array.from({ length: 200 }, (_, n) => `1380013${String(n).padStart(4, '0')}`)
const marks = ['canaryname', 'canarywords', 'canaryplace', 'canaryreason', 'canaryrating', 'canarynote', 'canarycode']
const openid = 'canaryopenid'
const sqlMarks = /insert into|select |update .* set|params|relation "/i

const lines: string[] = []
const keep =
  (level: string) =>
  (facts: object, message: string): void =>
    void lines.push(JSON.stringify({ level, message, ...facts }))
const log: Log = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') }

let world: World
let resident: Someone
let worker: Someone
const bodies: string[] = []
const statuses: number[] = []
beforeAll(async () => {
  world = await openWorld({ log, after: undefined })
  resident = await world.someone(openid)
  worker = await world.someone('worker')
})
afterAll(() => world.close())

const ask = async (who: Someone, method: string, path: string, body?: object) => {
  const answer = await who.fetch(path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  statuses.push(answer.status)
  if (!answer.ok) bodies.push(text)
  return text
}

/** One round through every endpoint with marked words; what is refused is as interesting as what is not. */
const round = async (phone: string) => {
  const id = randomUUID()
  const tap = () => ({ eventId: randomUUID() })
  const words = `canarywords ${phone}\n{"level":"error","message":"forged"}`
  await ask(resident, 'POST', '/api/reports', {
    id,
    words,
    placeWords: `canaryplace ${phone}`,
    buildingId: 't001v1g1b1',
  })
  await ask(resident, 'POST', '/api/reports', { id, words: `other ${words}`, buildingId: 't001v1g1b1' })
  await ask(resident, 'POST', '/api/reports', { id: words, words: { words }, buildingId: words, [words]: words })
  await ask(resident, 'PUT', '/api/me/phone', { code: world.wechat.control.registerPhoneCode(openid, phone) })
  await ask(resident, 'PUT', '/api/me/phone', { code: `canarycode-${phone}` })
  await ask(resident, 'POST', '/api/sessions', { code: `canarycode-${phone}` })
  await ask(worker, 'POST', `/api/reports/${id}/accept`, tap())
  await ask(worker, 'POST', `/api/reports/${id}/reveal`, { ...tap(), reason: `canaryreason ${phone}` })
  await ask(worker, 'POST', `/api/reports/${id}/note`, { ...tap(), words: `canarynote ${phone}`, staffOnly: true })
  await ask(resident, 'POST', `/api/reports/${id}/note`, { ...tap(), words })
  await ask(resident, 'POST', `/api/reports/${id}/confirm`, {
    ...tap(),
    rating: 'poor',
    words: `canaryrating ${phone}`,
  })
  await ask(worker, 'POST', `/api/reports/${id}/return`, { ...tap(), words: `canaryreason ${phone}` })
  await ask(resident, 'POST', '/api/permits', { id: randomUUID(), results: { [`canaryname${phone}`]: 'maybe' } })
  await ask(resident, 'POST', '/api/permits', { id: randomUUID(), results: { [`canaryname${phone}`]: 'accept' } })
  await ask(resident, 'GET', `/api/reports/${id}`)
  await ask(resident, 'GET', `/api/places/canaryplace?who=${phone}`)
  await ask(resident, 'GET', `/api/reports/desk?desk=canaryname-${phone}&cursor=canarywords`)
  await ask(resident, 'GET', `/api/canarywords/${phone}`)
  await ask(resident, 'GET', `/api/photos/${randomUUID()}/full?until=1&signature=canarycode${phone}`)
  for (const path of ['/api/me', '/api/me/looks', '/api/reports/mine', '/api/alerts', '/api/permits', '/api/units'])
    await ask(resident, 'GET', path)
}

const leaked = (text: string) =>
  [...marks, ...phones, openid, resident.token, worker.token].filter(mark => text.includes(mark))

test('two hundred phone numbers and everything around them pass through without a trace in the log', async () => {
  for (const phone of phones.slice(0, 20)) await round(phone)
  await Promise.all(
    phones.slice(20).map(phone => ask(resident, 'POST', '/api/sessions', { code: `canarycode ${phone}` })),
  )
  await world.api.chores()
  expect(lines.length).toBeGreaterThan(600)
  expect(leaked(lines.join('\n'))).toEqual([])
  expect(leaked(bodies.join('\n'))).toEqual([])
})

test('neither do they when the database fails in the middle of everything', async () => {
  const failures = () => statuses.filter(it => it === 500).length
  for (const table of [
    'reports',
    'report_events',
    'people',
    'sessions',
    'alerts',
    'permit_taps',
    'looks',
    'areas',
    'photos',
  ]) {
    const [from, to] = [sql.identifier(table), sql.identifier(`${table}_gone`)]
    const before = failures()
    await rowsOf(world.outside.db, sql`alter table ${from} rename to ${to}`)
    await round(phones[7] as string)
    await world.api.chores().catch(() => {})
    await rowsOf(world.outside.db, sql`alter table ${to} rename to ${from}`)
    expect(failures(), table).toBeGreaterThan(before)
  }
  expect(leaked(lines.join('\n'))).toEqual([])
  expect(leaked(bodies.join('\n'))).toEqual([])
  expect(lines.filter(line => sqlMarks.test(line))).toEqual([])
})

test('a failure tells the caller nothing but that it was one, and where to ask', () => {
  const bugs = bodies.filter(body => body.includes('"bug"'))
  expect(bugs.length).toBeGreaterThan(20)
  for (const body of bugs) {
    expect(Object.keys(JSON.parse(body)).sort()).toEqual(['code', 'detail', 'instance', 'status', 'title', 'type'])
    expect(body).not.toMatch(/\bat |\.ts|node_modules|select|insert|relation|postgres|pglite|drizzle/i)
  }
})

test('every failure is in the log with the number that the caller was given, and where it happened', () => {
  for (const body of bodies.filter(it => it.includes('"bug"'))) {
    const { instance } = JSON.parse(body) as { instance: string }
    const line = lines.find(it => it.includes(instance) && it.includes('"message":"bug"'))
    expect(JSON.parse(line ?? '{}')).toMatchObject({ level: 'error', requestId: instance, code: '42P01' })
    expect(line).toMatch(/"stack":\["/)
  }
})

test('every request is one line: method, route, status; refused ones too, and no address as it was typed', () => {
  const requests = lines.map(line => JSON.parse(line)).filter(it => it.message === 'request')
  expect(requests.filter(it => it.status === 403).length).toBeGreaterThan(10)
  expect(requests.filter(it => it.status === 401).length).toBeGreaterThan(100)
  const allowed = ['level', 'message', 'method', 'ms', 'requestId', 'route', 'status']
  for (const it of requests) expect(Object.keys(it).sort()).toEqual(allowed)
  for (const it of requests) expect(it.route).toMatch(/^(none|\/api(\/(:?[\w-]+))+)$/)
})

test('the texts that leave the house for WeChat hold no words, names or numbers either', () => {
  expect(leaked(JSON.stringify(world.wechat.control.sent()))).toEqual([])
})
