import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOldDescription } from '../support/upgrade-release.ts'
import { openWorld, type World } from '../support/world.ts'
import { answerOf, type Description, inputOf, operationsOf } from './description.ts'
import { type Examples, takes } from './example.ts'
import { changedDescription } from './excused.ts'
import { misfits } from './fits.ts'

/** A phone that has the last release's program goes on for thirty days. */
const old = readOldDescription<{ description: Description; examples: Examples }>()
const before = operationsOf(old.description)
let world: World
let now: ReturnType<typeof operationsOf>
beforeAll(async () => {
  world = await openWorld()
  now = operationsOf((await (await world.anybody('/api/openapi.json')).json()) as Description)
})
afterAll(() => world.close())

const unexcused = (complaints: string[]) =>
  complaints.filter(it => !changedDescription.some(({ complaint }) => complaint === it))

test('whatever an old phone calls is still there, under the same method and path', () => {
  expect([...before.keys()].filter(call => !now.has(call))).toEqual([])
})

test('whatever an old phone was allowed to send is still taken, by the description', () => {
  const refused = [...before].flatMap(([call, it]) => {
    const [given, taken] = [inputOf(it), inputOf(now.get(call) ?? it)]
    if (!given) return taken ? [`${call}: no file any more`] : []
    return taken ? misfits(given, taken, { unknown: 'missed' }, call) : [`${call}: a file instead`]
  })
  expect(unexcused(refused)).toEqual([])
})

test('whatever an old contract took is still taken, by example', () => {
  const drawn = Object.entries(old.examples).flatMap(([operation, inputs]) =>
    inputs.map(it => [operation, it] as const),
  )
  const named = new Map([...now].map(([call, it]) => [call, it.operationId]))
  const nameNow = new Map([...before].map(([call, it]) => [it.operationId, named.get(call) ?? it.operationId]))
  expect(drawn.length).toBeGreaterThan(500)
  expect(drawn.filter(([operation, it]) => !takes(nameNow.get(operation) ?? operation, it))).toEqual([])
})

test('whatever is answered can still be read by an old phone: nothing is gone, nothing is of another kind or value', () => {
  const unread = [...before].flatMap(([call, it]) => {
    const [[status, schema], [statusNow, schemaNow]] = [answerOf(it), answerOf(now.get(call) ?? it)]
    if (status !== statusNow) return [`${call}: ${statusNow} for ${status}`]
    if (!schema || !schemaNow) return schema === schemaNow ? [] : [`${call}: bytes are no JSON`]
    return misfits(schemaNow, schema, { unknown: 'ignored' }, call)
  })
  expect(unexcused(unread)).toEqual([])
})

test('every excuse is still needed', () => {
  const known = changedDescription.map(it => it.complaint)
  expect(new Set(known).size).toBe(known.length)
  for (const { complaint } of changedDescription)
    expect([...before.keys()].some(call => complaint.startsWith(call))).toBe(true)
})
