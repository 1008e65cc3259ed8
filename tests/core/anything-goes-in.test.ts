import type { ProblemCode } from '@huiyin/shared/core/problem.ts'
import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import { pathNames, type Route } from '@huiyin/shared/core/route.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rooms } from '../lists/rooms.ts'
import { known, strange } from '../support/anything.ts'
import { walk } from '../support/depth.ts'
import { openWorld, routes, type Someone, type World } from '../support/world.ts'

/** Whatever is put into an operation, it answers by its contract: never a failure, never a refusal it does not name. */
const general: ProblemCode[] = [
  'bad-input',
  'bad-json',
  'too-large',
  'wrong-content-type',
  'no-such-page',
  'wrong-method',
]

let world: World
let people: Someone[]
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
  people = await Promise.all(
    ['resident', 'worker', 'lead', 'officer', 'supervisor', 'partner', 'admin', 'adviser', 'justice'].map(
      world.someone,
    ),
  )
  known.people.push(...people.map(it => it.id))
  for (const { fill } of Object.values(rooms)) known.ids.push(...((await fill?.(world)) ?? []))
})
afterAll(() => world.close())

/** Mostly what a field is for, in one of the rooms, often enough what it is not. */
const right: Record<string, fc.Arbitrary<unknown>> = {}
for (const { fields = {} } of Object.values(rooms))
  for (const [name, value] of Object.entries(fields)) right[name] = right[name] ? fc.oneof(right[name], value) : value

/** zod/mini types an object's fields for the schema it knows; a route's input may be any. */
const fieldsOf = (route: Route) =>
  Object.keys((route.input as unknown as { _zod: { def: { shape: object } } })._zod.def.shape)
const inputFor = (route: Route) => {
  const fields = fieldsOf(route).map(name => {
    const value = fc.oneof({ weight: 7, arbitrary: right[name] ?? strange }, { weight: 1, arbitrary: strange })
    return [name, value] as const
  })
  const needed = fieldsOf(route).filter(name => ['id', 'eventId', 'words', 'desk'].includes(name))
  return fc.record(Object.fromEntries(fields), { requiredKeys: needed as never[] })
}

const send = (who: Someone, route: Route, input: Record<string, unknown>) => {
  const names = pathNames(route.path)
  const plain = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))
  const path = names.reduce(
    (at, name) => at.replace(`:${name}`, encodeURIComponent(plain(input[name]).replace(/\p{Cs}/gu, ''))),
    route.path,
  )
  const rest = Object.entries(input).filter(([name]) => !names.includes(name))
  if (route.method === 'GET' || route.method === 'DELETE')
    return who.fetch(
      `${path}?${new URLSearchParams(rest.map(([name, value]): [string, string] => [name, plain(value)]))}`,
      { method: route.method },
    )
  const body = JSON.stringify(Object.fromEntries(rest))
  return who.fetch(path, { method: route.method, headers: { 'content-type': 'application/json' }, body })
}

test('the fields tried here are all the fields there are', () => {
  const fields = Object.values(routes).flatMap(fieldsOf)
  expect([...new Set(fields)].filter(name => !(name in right))).toEqual([])
})

const operations = Object.entries(routes as Record<string, Route>).filter(([name]) => name !== 'closeSession')
test.each(operations)('%s takes anything and answers by its contract', async (_, route) => {
  const allowed = new Set<string>([
    ...general,
    ...(route.problems ?? []),
    ...(route.access === 'person' ? ['not-signed-in'] : []),
  ])
  await walk(
    fc.asyncProperty(inputFor(route), fc.nat(), async (input, n) => {
      const answer = await send(people[n % people.length] as Someone, route, input)
      if (answer.ok) return void expect(answer.status).toBe(route.status ?? 200)
      const { code } = (await answer.json()) as Problem
      if (!allowed.has(code)) throw new Error(`${code} is not in the contract`)
    }),
    8,
    300,
  )
})
