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

/** What an old phone sends and would be refused. */
const refused = () =>
  [...before].flatMap(([call, it]) => {
    const [given, taken] = [inputOf(it), inputOf(now.get(call) ?? it)]
    if (!given) return taken ? [`${call}: no file any more`] : []
    return taken ? misfits(given, taken, { unknown: 'missed' }, call) : [`${call}: a file instead`]
  })

/** What an old phone is answered and could not read. */
const unread = () =>
  [...before].flatMap(([call, it]) => {
    const [[status, schema], [statusNow, schemaNow]] = [answerOf(it), answerOf(now.get(call) ?? it)]
    if (status !== statusNow) return [`${call}: ${statusNow} for ${status}`]
    if (!schema || !schemaNow) return schema === schemaNow ? [] : [`${call}: bytes are no JSON`]
    return misfits(schemaNow, schema, { unknown: 'ignored' }, call)
  })

const excused = changedDescription.map(it => it.complaint)
const without = (complaints: string[]) => complaints.filter(it => !excused.includes(it))

test('whatever an old phone calls is still there, under the same method and path', () => {
  expect([...before.keys()].filter(call => !now.has(call))).toEqual([])
})

test('whatever an old phone was allowed to send is still taken, by the description', () => {
  expect(without(refused())).toEqual([])
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
  expect(without(unread())).toEqual([])
})

test('nothing is excused that does not happen', () => {
  const happens = [...refused(), ...unread()]
  expect(excused.filter(it => !happens.includes(it))).toEqual([])
})
