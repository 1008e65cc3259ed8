import { problems } from '@huiyin/shared/problems.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, routes, type World } from '../support/world.ts'

let world: World
let description: Description
type Operation = {
  operationId: string
  responses: Record<string, unknown>
  security: unknown[]
  parameters: { name: string; in: string }[]
}
type Description = { openapi: string; paths: Record<string, Record<string, Operation>> }

beforeAll(async () => {
  world = await openWorld()
  description = (await (await world.anybody('/api/openapi.json')).json()) as Description
})
afterAll(() => world.close())

test('every route stands in the description, and nothing else', () => {
  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
  )
  const real = Object.entries(routes).map(
    ([name, { method, path }]) => `${name} ${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
  )
  expect(description.openapi).toBe('3.1.0')
  expect(described.sort()).toEqual(real.sort())
})

test('each operation names every refusal of its contract, and asks for a session where one is needed', () => {
  for (const [name, route] of Object.entries(routes)) {
    const operation = Object.values(description.paths)
      .flatMap(it => Object.values(it))
      .find(it => it.operationId === name)
    const statuses = (route.problems ?? []).map(code => String(problems[code][0]))
    expect(Object.keys(operation?.responses ?? {}), name).toEqual(expect.arrayContaining(statuses))
    expect(operation?.security, name).toEqual(route.access === 'person' ? [{ session: [] }] : [])
  }
})

test('the page to read it in fetches nothing from elsewhere', async () => {
  const page = await (await world.anybody('/api/docs')).text()
  expect(page).toContain('rapi-doc')
  expect(page.match(/(?:https?:)?\/\/[\w.-]+/g)).toBeNull()
})

test('the process says that it lives, and that it can work', async () => {
  expect(await (await world.anybody('/healthz')).json()).toEqual({ ok: true })
  expect(await (await world.anybody('/readyz')).json()).toMatchObject({
    ok: true,
    alerts: { waiting: 0, oldestSeconds: 0, dead: 0, climbing: 0, failures: [] },
  })
})

test('the chores run for whoever knows the secret, and for nobody else', async () => {
  expect((await world.anybody('/api/cron')).status).toBe(401)
  const own = await openWorld({ env: { CRON_SECRET: 'a secret of sixteen' } })
  const ask = (authorization: string) => own.anybody('/api/cron', { headers: { authorization } })
  expect((await ask('Bearer wrong')).status).toBe(401)
  expect(await (await ask('Bearer a secret of sixteen')).json()).toEqual({ ok: true, climbed: 0, checked: 0 })
  await own.close()
})
