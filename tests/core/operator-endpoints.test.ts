import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectProblem, headersOfEveryAnswer } from '../support/clear-problem.ts'
import { openWorld, type World } from '../support/world.ts'

/** On both databases: what operator and scheduler ask of the service. */
const secret = 'a-secret-of-the-scheduler'
let world: World
let closed: World
beforeAll(async () => {
  world = await openWorld({ env: { CRON_SECRET: secret } })
  closed = await openWorld()
})
afterAll(() => Promise.all([world.close(), closed.close()]))

const cron = (authorization?: string, it = world) =>
  it.anybody('/api/cron', { headers: authorization === undefined ? {} : { authorization } })

test('the chores run for the scheduler’s secret and for nothing that resembles it', async () => {
  expect((await cron(`Bearer ${secret}`)).status).toBe(200)
  const wrong = [undefined, '', 'Bearer', 'Bearer ', secret, `Basic ${secret}`, `bearer ${secret}`, `Bearer ${secret}x`]
  for (const authorization of wrong) await expectProblem(await cron(authorization), 'not-signed-in')
  await expectProblem(await world.anybody(`/api/cron?secret=${secret}`), 'not-signed-in')
})

test('without a secret in the settings nobody runs the chores, with the empty secret neither', async () => {
  for (const authorization of ['Bearer ', 'Bearer undefined', 'Bearer'])
    await expectProblem(await cron(authorization, closed), 'not-signed-in')
})

test('nobody who is signed in can run the chores', async () => {
  const admin = await world.someone('admin')
  await expectProblem(await admin.fetch('/api/cron'), 'not-signed-in')
})

test('health says nothing but that the service is there', async () => {
  const answer = await world.anybody('/healthz')
  expect(await answer.json()).toEqual({ ok: true })
  expect(Object.fromEntries(answer.headers)).toMatchObject(headersOfEveryAnswer)
  expect(Object.keys((await (await world.anybody('/readyz')).json()) as object)).toEqual([
    'ok',
    'alerts',
    'daysMissing',
    'crashes',
    'clocks',
  ])
})

test('the description of the API names no secret and no endpoint of the operator', async () => {
  const text = await (await world.anybody('/api/openapi.json')).text()
  for (const word of ['cron', 'CRON', secret, 'openid', 'session_key', 'phoneCipher']) expect(text).not.toContain(word)
})
