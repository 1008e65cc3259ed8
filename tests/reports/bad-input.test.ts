import { randomUUID } from 'node:crypto'
import { request as ask } from 'node:http'
import { serve } from '@hono/node-server'
import type { ProblemCode } from '@huiyin/shared/core/problem.ts'
import { problems } from '@huiyin/shared/problems.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem, headersOfEveryAnswer } from '../support/clear-problem.ts'
import { openWorld, type Someone, type World } from '../support/world.ts'

let world: World
let resident: Someone
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
  resident = await world.someone('resident')
})
afterAll(() => world.close())

const json = { 'content-type': 'application/json' }
const post = (body: RequestInit['body'], headers: Record<string, string> = json) =>
  resident.fetch('/api/reports', { method: 'POST', headers, body })
const right = (more: object = {}) =>
  JSON.stringify({ id: randomUUID(), words: '路灯不亮', buildingId: 't001v1g1b1', ...more })
const mine = async () => (await resident.call('listMyReports', {})).items.length

const deep = (levels: number) => `${'{"words":'.repeat(levels)}1${'}'.repeat(levels)}`
const stream = (text: string, pieces: number) =>
  new ReadableStream({
    start: controller => {
      for (let at = 0; at < pieces; at++) controller.enqueue(new TextEncoder().encode(text))
      controller.close()
    },
  })

describe('a body that cannot be read is refused, and nothing is filed', () => {
  const refused: [string, () => Promise<Response>, ProblemCode][] = [
    ['an empty body', () => post(''), 'bad-json'],
    ['half a body', () => post(right().slice(0, 40)), 'bad-json'],
    ['a list', () => post(`[${right()}]`), 'bad-json'],
    ['a bare word', () => post('"路灯不亮"'), 'bad-json'],
    ['null', () => post('null'), 'bad-json'],
    ['a body that nests a thousand levels deep', () => post(deep(1000)), 'bad-input'],
    ['a body that nests five thousand levels deep', () => post(deep(5000)), 'bad-input'],
    [
      'bytes that are no UTF-8 where an id should be',
      () => post(Buffer.from('{"id":"\xff\xfe"}', 'latin1')),
      'bad-input',
    ],
    ['a body of 65 KB', () => post(right({ extra: 'x'.repeat(65 * 1024) })), 'too-large'],
    [
      'a body of 5 MB that does not tell its length',
      () =>
        resident.fetch('/api/reports', {
          method: 'POST',
          headers: json,
          body: stream('x'.repeat(51_200), 100),
          duplex: 'half',
        } as RequestInit),
      'too-large',
    ],
    ['a form', () => post(new URLSearchParams({ words: '路灯不亮' }), {}), 'wrong-content-type'],
    ['a body without a type', () => post(new Blob([right()]), {}), 'wrong-content-type'],
    ['XML', () => post('<a/>', { 'content-type': 'text/xml' }), 'wrong-content-type'],
    [
      'JSON that says it is something else',
      () => post(right(), { 'content-type': 'application/json2' }),
      'wrong-content-type',
    ],
  ]
  test.each(refused)('%s', async (_, call, code) => {
    const before = await mine()
    await expectProblem(await call(), code)
    expect(await mine()).toBe(before)
  })

  test('a body that is right is taken, with or without its charset', async () => {
    expect((await post(right())).status).toBe(201)
    expect((await post(right(), { 'content-type': 'application/json; charset=utf-8' })).status).toBe(201)
  })
})

describe('an address that does not exist, or not this way, is refused', () => {
  const refused: [string, string, string, ProblemCode][] = [
    ['GET', '/api/nothing', 'a wrong path', 'no-such-page'],
    ['GET', '/api/reports/%2e%2e/%2e%2e/etc/passwd', 'a path that climbs', 'no-such-page'],
    ['GET', '/', 'the root of the API', 'no-such-page'],
    ['PATCH', '/api/me', 'an unknown method', 'wrong-method'],
    ['DELETE', '/api/reports', 'deleting all reports', 'wrong-method'],
    ['PUT', `/api/reports/${randomUUID()}`, 'overwriting a report', 'wrong-method'],
    ['DELETE', `/api/reports/${randomUUID()}`, 'deleting a report', 'wrong-method'],
    ['OPTIONS', '/api/me', 'a preflight without any allowed origin', 'wrong-method'],
    ['BREW', '/api/me', 'a method of one’s own', 'wrong-method'],
    ['GET', '/api/reports/%FF%FE', 'an id of broken bytes', 'bad-input'],
    ['GET', '/api/reports/1 or 1=1', 'an id with a condition', 'bad-input'],
    ['GET', `/api/reports/${randomUUID()}`, 'an id that nobody has', 'not-found'],
  ]
  test.each(refused)('%s %s: %s', async (method, path, _, code) => {
    await expectProblem(await resident.fetch(path, { method }), code)
  })

  test('TRACE over the wire gets nothing back', async () => {
    const server = serve({ fetch: world.api.fetch, port: 0 })
    const { port } = server.address() as { port: number }
    const status = await new Promise(done =>
      ask({ port, method: 'TRACE', path: '/api/me', headers: { cookie: 'a=b' } }, answer =>
        done(answer.statusCode),
      ).end(),
    )
    server.close()
    expect(status).toBe(405)
  })
})

describe('a query that is wrong is refused', () => {
  const cursor = (text: string) => `/api/alerts?cursor=${Buffer.from(text).toString('base64url')}`
  const someId = randomUUID()
  test.each([
    ['/api/alerts?limit=5&limit=6', 'a name given twice'],
    ['/api/reports/nearby?buildingId=t001v1g1b1&buildingId=t002v1g1b1', 'a place given twice'],
    ['/api/alerts?limit=-1', 'fewer than none'],
    ['/api/alerts?limit=0', 'none'],
    ['/api/alerts?limit=51', 'too many at once'],
    ['/api/alerts?limit=2.5', 'two and a half'],
    ['/api/alerts?limit=ten', 'a word for a number'],
    ['/api/alerts?limit=NaN', 'no number'],
    ['/api/alerts?limit=', 'an empty number'],
    [`/api/alerts?cursor=${'A'.repeat(201)}`, 'a huge cursor'],
    ['/api/alerts?cursor=', 'an empty cursor'],
    ['/api/alerts?cursor=%00', 'a cursor of nothing'],
    [cursor('1 1'), 'a cursor of another making'],
    [cursor(`1764000000000 ${'-'.repeat(36)}`), 'a cursor with an id of dashes'],
    [cursor(`1764000000000 ${'a'.repeat(36)}`), 'a cursor with an id of letters'],
    [cursor(`999999999999999 ${someId}`), 'a cursor from the year 33658'],
    [cursor(`-1 ${someId}`), 'a cursor from before all time'],
    [cursor(`1764000000000 ${someId}' or '1'='1`), 'a cursor with a condition'],
    ['/api/places?lng=117.2&lat=', 'half a spot'],
    ['/api/places?lng=1e400&lat=31', 'a spot at infinity'],
    ['/api/places?lng=117.2&lat=-31', 'a spot on the other side of the world'],
    ['/api/reports/desk?desk=t001v1g1&show=secret', 'a list that does not exist'],
    ['/api/areas?parent=t001%27--', 'an area with a comment behind it'],
    ['/api/areas?parent=%00%00%00%00', 'an area of nothing'],
  ])('%s: %s', async path => {
    const problem = await expectProblem(await resident.fetch(path), 'bad-input')
    expect(problem.fields?.length).toBeGreaterThan(0)
  })

  test('a cursor cut out of one list opens no other person’s list', async () => {
    const last = await resident.call('listAlerts', { limit: 1 })
    const stranger = await world.someone('stranger')
    expect((await stranger.call('listAlerts', { cursor: last.next ?? '' }).catch(() => ({ items: [] }))).items).toEqual(
      [],
    )
  })
})

test.each(Object.entries(problems))(
  'the refusal %s says in few plain words what happened and what to do',
  (code, [status, title, detail]) => {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(`${title}。${detail}`).toMatch(/^[^A-Za-z]+$|JPG|4MB|PDF/)
    expect(
      [title.length, detail.length].every(it => it >= 4 && it <= 40),
      code,
    ).toBe(true)
  },
)

test('answers that are not refusals carry the same headers', async () => {
  const answer = await resident.fetch('/api/me')
  expect(Object.fromEntries(answer.headers)).toMatchObject(headersOfEveryAnswer)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})
