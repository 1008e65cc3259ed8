import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Someone, townUrl } from '../support/world.ts'
import { openChecking } from './checking.ts'

/** WeChat looks at every photo; whatever it says, the photo stays with its reporter and with those who handle the matter. */
let on: Awaited<ReturnType<typeof openChecking>>
let resident: Someone
beforeAll(async () => {
  on = await openChecking()
})
beforeEach(async () => {
  resident = await on.begin()
})
afterAll(() => on.world.close())

/** WeChat's work of the next minutes, done now. */
const judged = async () => {
  await on.world.wechat.control.advance(3_600_000)
  return on.world.wechat.control.pushes().map(it => JSON.parse(it.message))
}
test('a photo is asked about once it is safe, by a link that WeChat can fetch for more than half an hour', async () => {
  const id = await on.send(resident)
  expect(await on.checkOf(id)).toMatchObject({ state: 'asked', tries: 1 })
  const [question] = on.questions()
  const { media_url: url, ...rest } = question
  expect(rest).toEqual({ version: 2, scene: 3, openid: 'resident', media_type: 2 })
  expect(url).toMatch(`${townUrl}/api/photos/${id}/check?`)
  on.world.clock.forward(31)
  const served = await on.world.anybody(url.replace(townUrl, ''))
  expect(served.headers.get('content-type')).toBe('image/jpeg')
  const [event] = await judged()
  expect(event).toMatchObject({ Event: 'wxa_media_check', errcode: 0, trace_id: (await on.checkOf(id)).trace })
  await on.hear(event)
  expect(await on.checkOf(id)).toMatchObject({ state: 'pass' })
})

test('the link for the check opens this one photo, in this one way, until its time is over', async () => {
  const [id, other] = [await on.send(resident), await on.send(resident)]
  const link = (on.questions()[0].media_url as string).replace(townUrl, '')
  expect((await on.world.anybody(link)).status).toBe(200)
  expect((await on.world.anybody(link, { method: 'POST' })).status).not.toBe(200)
  for (const changed of [link.replace(id, other), link.replace('/check', '/full'), link.replace('/check', '/thumb')])
    expect((await on.world.anybody(changed)).status).toBe(404)
  on.world.clock.forward(46)
  expect((await on.world.anybody(link)).status).toBe(404)
})

test.each([
  ['pass', { errcode: 0, result: { suggest: 'pass', label: 100 } }],
  ['risky', { errcode: '0', result: { suggest: 'risky', label: '20002' } }],
  ['review', { errcode: 0, result: { suggest: 'review', label: 21000 } }],
  ['review', { errcode: -1, errmsg: 'busy' }],
  ['review', { result: { suggest: 'something new' } }],
  ['review', {}],
])('a result is kept as %s, and the reporter sees her photo all the same', async (state, result) => {
  const id = await on.send(resident)
  const { trace } = await on.checkOf(id)
  await on.hear({ trace_id: trace, ...result })
  expect(await on.checkOf(id)).toMatchObject({ state })
  await on.hear({ trace_id: trace, errcode: 0, result: { suggest: 'pass' } })
  expect(await on.checkOf(id)).toMatchObject({ state })
  const again = await resident.upload(id)
  expect((await on.world.anybody(again.url ?? '')).status).toBe(200)
})

test('a result that comes before the answer to the question finds its photo', async () => {
  on.world.wechat.control.configure({ mediaPushFirst: true })
  on.ear.open = true
  expect(await on.checkOf(await on.send(resident))).toMatchObject({ state: 'pass' })
})

test('a result for nobody waits a day and is gone', async () => {
  const waiting = () => rowsOf(on.world.outside.db, sql`select trace from heard_checks`)
  await on.hear({ trace_id: 'for-nobody', errcode: 0, result: { suggest: 'pass' } })
  await on.passMinutes(23 * 60)
  expect(await waiting()).toEqual([{ trace: 'for-nobody' }])
  await on.passMinutes(61)
  expect(await waiting()).toEqual([])
})

test.each([[null], ['wxa_media_check'], [{}], [{ trace_id: '' }], [{ trace_id: 7 }], [{ trace_id: 'x'.repeat(500) }]])(
  'what is no result changes nothing: %j',
  async event => {
    const id = await on.send(resident)
    await on.hear(event)
    expect(await on.checkOf(id)).toMatchObject({ state: 'asked' })
  },
)

test('without a result for forty minutes a person must look, and a late result changes nothing', async () => {
  const id = await on.send(resident)
  const { trace } = await on.checkOf(id)
  await on.passMinutes(39)
  expect(await on.checkOf(id)).toMatchObject({ state: 'asked' })
  await on.passMinutes(2)
  expect(await on.checkOf(id)).toMatchObject({ state: 'review' })
  await on.hear({ trace_id: trace, errcode: 0, result: { suggest: 'pass' } })
  expect(await on.checkOf(id)).toMatchObject({ state: 'review' })
})

test('a photo that WeChat could not fetch is asked about anew with a new link, five times at most', async () => {
  const id = await on.send(resident)
  for (let tries = 1; tries <= 5; tries++) {
    expect(await on.checkOf(id)).toMatchObject({ state: 'asked', tries })
    await on.hear({ trace_id: (await on.checkOf(id)).trace, errcode: tries % 2 ? -1008 : '-1008' })
    await on.passMinutes(1)
  }
  expect(await on.checkOf(id)).toMatchObject({ state: 'review', tries: 5 })
  const links = on.questions().map(it => it.media_url)
  expect(new Set(links).size).toBe(5)
})

test('the fake WeChat says so when the link leads nowhere', async () => {
  const id = await on.send(resident)
  await rowsOf(on.world.outside.db, sql`update photos set storage_key = 'gone' where id = ${id}::uuid`)
  await on.hear((await judged())[0])
  expect(await on.checkOf(id)).toMatchObject({ state: 'waiting' })
})
