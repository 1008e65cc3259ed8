import type { Ask, Reply } from '@huiyin/miniapp/src/core/device/platform-shape.ts'
import { createCall } from '@huiyin/miniapp/src/core/sending/call.ts'
import { problemOf } from '@huiyin/miniapp/src/core/sending/trouble.ts'
import { type ProblemCode, toProblem } from '@huiyin/shared/core/problem.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { problems } from '@huiyin/shared/problems.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { expect, test } from 'vitest'

const id = '3f0e9a52-5a0e-4a7e-9d57-6f0f5a3c9b11'
const eventId = '8b1d2c34-1f5e-4c60-8a7b-2d9e4f6a7c10'

const ok = (body: unknown): Reply => ({ status: 200, text: JSON.stringify(body) })
const refused = (code: ProblemCode): Reply => {
  const problem = toProblem(problems, code)
  return { status: problem.status, text: JSON.stringify(problem) }
}
const silence = 'silence'

/** A server that gives these replies in turn; `asks` is what reached it. */
const server = (...replies: (Reply | typeof silence)[]) => {
  const asks: Ask[] = []
  let token = 't1'
  const call = createCall({
    origin: 'https://town.example',
    request: async ask => {
      asks.push(ask)
      const reply = replies[asks.length - 1] ?? ok({})
      if (reply === silence) throw new Error('timeout')
      return reply
    },
    token: async () => token,
    renew: async () => {
      token = 't2'
      return token
    },
    wait: async () => undefined,
  })
  return { asks, call }
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    failed => problemOf(failed),
  )

test('names of the path travel in the path, the rest of a read in the query', async () => {
  const { asks, call } = server()
  await call(reportRoutes.listDesk, { desk: 'QH02G2', show: 'late', cursor: 'a&b=c' })
  expect(asks[0]).toMatchObject({ method: 'GET' })
  expect(asks[0]?.body).toBeUndefined()
  expect(asks[0]?.url).toBe('https://town.example/api/reports/desk?desk=QH02G2&show=late&cursor=a%26b%3Dc')
})

test('a write sends the rest as JSON and says who is asking', async () => {
  const { asks, call } = server()
  await call(reportRoutes.returnReport, { id, eventId, words: ' 不在我的网格 ' })
  expect(asks[0]?.url).toBe(`https://town.example/api/reports/${id}/return`)
  expect(JSON.parse(asks[0]?.body ?? '')).toEqual({ eventId, words: ' 不在我的网格 ' })
  expect(asks[0]?.headers).toMatchObject({ authorization: 'Bearer t1', 'content-type': 'application/json' })
})

test('what the server finds wrong comes back with the names of the fields', async () => {
  const problem = { ...toProblem(problems, 'bad-input'), fields: [{ field: 'words', message: '最多 500 个字' }] }
  const { call } = server({ status: 400, text: JSON.stringify(problem) })
  expect(await failure(call(reportRoutes.fileReport, { id }))).toMatchObject({
    ...{ code: 'bad-input', status: 400 },
    fields: [{ field: 'words', message: '最多 500 个字' }],
  })
})

test('an address that lost its number is said, and asks nobody', async () => {
  const { asks, call } = server()
  expect(await failure(call(reportRoutes.getReport, { id: '' }))).toMatchObject({ code: 'no-id', status: 0 })
  expect(asks).toEqual([])
})

test('what has not changed is not sent again, and is the very answer of before', async () => {
  const { asks, call } = server(
    { ...ok({ items: [] }), tag: '"one"' },
    { status: 304, text: '' },
    { ...ok({ items: [1] }), tag: '"two"' },
  )
  const read = () => call(reportRoutes.listMyReports, {})
  const first = await read()
  expect([await read(), await read()]).toEqual([first, { items: [1] }])
  expect(asks.map(it => it.headers['if-none-match'])).toEqual([undefined, '"one"', '"one"'])
})

test('a write is never taken for what was read before', async () => {
  const { asks, call } = server({ ...ok({ seq: 1 }), tag: '"one"' }, ok({ seq: 2 }))
  await call(reportRoutes.acceptReport, { id, eventId })
  expect(await call(reportRoutes.acceptReport, { id, eventId })).toEqual({ seq: 2 })
  expect(asks.map(it => it.headers['if-none-match'])).toEqual([undefined, undefined])
})

test('a write that carries the id of the phone is sent again with the same id when nobody answers', async () => {
  const { asks, call } = server(silence, refused('busy'), ok({ seq: 3 }))
  expect(await call(reportRoutes.acceptReport, { id, eventId })).toEqual({ seq: 3 })
  expect(asks.map(it => it.body)).toEqual(Array(3).fill(JSON.stringify({ eventId })))
})

test('it gives up after three tries and says that the network is gone', async () => {
  const { asks, call } = server(silence, silence, silence, ok({}))
  expect(await failure(call(reportRoutes.getReport, { id }))).toMatchObject({ code: 'offline', status: 0 })
  expect(asks).toHaveLength(3)
})

test('a login code is never sent twice', async () => {
  const { asks, call } = server(silence)
  await failure(call(personRoutes.openSession, { code: 'once' }))
  expect(asks).toHaveLength(1)
})

test('a refusal is not repeated and keeps the words of the server', async () => {
  const { asks, call } = server(refused('wrong-state'))
  expect(await failure(call(reportRoutes.acceptReport, { id, eventId }))).toEqual(toProblem(problems, 'wrong-state'))
  expect(asks).toHaveLength(1)
})

test('an expired session is renewed once, and the call goes on with the new token', async () => {
  const { asks, call } = server(refused('not-signed-in'), ok({ name: '朱淑芬' }))
  expect(await call(personRoutes.getMe, {})).toEqual({ name: '朱淑芬' })
  expect(asks.map(it => it.headers.authorization)).toEqual(['Bearer t1', 'Bearer t2'])
})

test('a session that stays refused does not turn in circles', async () => {
  const { asks, call } = server(refused('not-signed-in'), refused('not-signed-in'))
  expect(await failure(call(personRoutes.getMe, {}))).toMatchObject({ code: 'not-signed-in' })
  expect(asks).toHaveLength(2)
})

test('a page of some gateway in between is told in our own words', async () => {
  const html = { status: 502, text: '<html>Bad Gateway</html>' }
  const { call } = server(html, html, html)
  expect(await failure(call(reportRoutes.getReport, { id }))).toMatchObject({ status: 502, title: '系统正忙' })
})
