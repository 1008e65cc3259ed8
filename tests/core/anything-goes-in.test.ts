import { randomUUID } from 'node:crypto'
import type { Problem } from '@huiyin/shared/core/common-problem.ts'
import type { ProblemCode } from '@huiyin/shared/core/problem.ts'
import { pathNames, type Route } from '@huiyin/shared/core/route.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, books, holds } from '../consultations/booking.ts'
import { asks, claims } from '../questions/asking.ts'
import { walks } from '../support/depth.ts'
import { openWorld, routes, type Someone, type World } from '../support/world.ts'
import { officeFields } from './office-fields.ts'

/** Whatever is put into an operation, it answers by its contract: never a failure, never a refusal it does not name. */
const general: ProblemCode[] = [
  'bad-input',
  'bad-json',
  'too-large',
  'wrong-content-type',
  'no-such-page',
  'wrong-method',
]
const known = {
  reports: [] as string[],
  events: [] as string[],
  photos: [] as string[],
  questions: [] as string[],
  bookings: [] as string[],
}

let world: World
let people: Someone[]
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
  people = await Promise.all(
    ['resident', 'worker', 'lead', 'officer', 'supervisor', 'partner', 'admin', 'adviser', 'justice'].map(
      world.someone,
    ),
  )
  const [resident, worker] = people as [Someone, Someone]
  for (let n = 0; n < 6; n++) {
    const photo = await resident.upload()
    const [id, eventId] = [randomUUID(), randomUUID()]
    await resident.call('fileReport', { id, words: '水管漏水', photoIds: [photo.id], buildingId: 't001v1g1b1' })
    if (n % 2) await worker.call('acceptReport', { id, eventId })
    known.reports.push(id)
    known.events.push(eventId)
    known.photos.push(photo.id, (await worker.upload()).id)
  }
  const adviser = people[7] as Someone
  for (let n = 0; n < 6; n++) {
    const asked = await asks(resident)
    if (n % 2) await claims(adviser, asked)
    known.questions.push(asked)
  }
  known.bookings.push(
    await books(resident, at(adviser, '2026-11-27 09:00')),
    await holds(resident, at(adviser, '2026-11-25 19:00')),
  )
})
afterAll(() => world.close())

const someOf = (pick: () => string[]) => fc.nat().map(n => pick()[n % pick().length] as string)
const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, '', ' ', '\u0000', '\ud800', '%', "'", '__proto__', [], {}, [[]], {
    a: 1,
  }),
  fc.jsonValue({ maxDepth: 2 }),
)
const ids = fc.oneof(
  someOf(() => known.reports),
  someOf(() => known.events),
  someOf(() => known.photos),
  someOf(() => known.questions),
  someOf(() => known.bookings),
  fc.uuid(),
  fc.uuid().map(id => id.toUpperCase()),
)
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.constantFrom('灯不亮', '漏水', 'x'.repeat(600)),
)
const places = fc.constantFrom('t001v1g1b1', 't001v1g1', 't001v1', 't001', 't002v1g1b1', 't001v2g1', 'd001', 'nowhere')

/** Mostly what a field is for, often enough what it is not. */
const right: Record<string, fc.Arbitrary<unknown>> = {
  ...officeFields,
  ...{
    id: ids,
    eventId: fc.oneof(ids, fc.uuid()),
    photoIds: fc.array(ids, { maxLength: 11 }),
    ids: fc.array(ids, { maxLength: 5 }),
  },
  ...{ words: text, placeWords: text, reason: text, code: fc.oneof(text, places) },
  ...{ buildingId: places, gridId: places, parent: places, desk: fc.oneof(places, fc.constantFrom('u-water')) },
  unitId: fc.constantFrom('u-water', 'u-estate', 'u-water-2', 'none'),
  point: fc.record({ lng: fc.double({ min: 117, max: 117.4 }), lat: fc.double({ min: 31.3, max: 31.6 }) }),
  ...{
    lng: fc.double({ min: 70, max: 140 }),
    lat: fc.double({ min: 0, max: 60 }),
    limit: fc.integer({ min: -2, max: 60 }),
  },
  cursor: fc.oneof(
    text,
    ids.map(id => Buffer.from(`1795485600000 ${id}`).toString('base64url')),
  ),
  ...{
    show: fc.constantFrom('open', 'waiting', 'working', 'late', 'all'),
    kind: fc.constantFrom('water', 'other', 'none'),
  },
  ...{ danger: fc.boolean(), staffOnly: fc.boolean(), rating: fc.constantFrom('good', 'poor', 'none') },
  results: fc.dictionary(text, fc.constantFrom('accept', 'reject', 'none')),
  ...{ matterId: ids, township: places, accepted: fc.boolean(), hours: fc.integer({ min: -2, max: 2000 }) },
  ...{
    result: fc.constantFrom('solved', 'not-solved', 'unreachable', 'none'),
    answer: fc.constantFrom('fine', 'broken', 'none'),
  },
  ...{ consentId: ids, version: fc.constantFrom('2026-11', 'none'), looked: fc.boolean() },
  photos: fc.array(
    fc.record({
      photoId: ids,
      side: fc.constantFrom('before', 'after'),
      rects: fc.array(fc.record({ x: fc.double(), y: fc.double(), width: fc.double(), height: fc.double() })),
    }),
    { maxLength: 3 },
  ),
  ...{ communityId: places, q: text, otherSide: text, safeContact: text, fileIds: fc.array(ids, { maxLength: 11 }) },
  ...{ guardianAgrees: fc.boolean(), againstCommittee: fc.boolean(), anonymous: fc.boolean(), agreed: fc.boolean() },
  ...{ topic: fc.constantFrom('loan', 'none'), ageBand: fc.constantFrom('under14', 'adult', 'none') },
  ...{
    noConflict: fc.boolean(),
    fence: fc.integer({ min: -1, max: 3 }),
    adviserId: someOf(() => people.map(it => it.id)),
  },
  ...{
    suggestion: fc.constantFrom('report', 'none'),
    decision: fc.constantFrom('approve', 'refuse', 'withdraw', 'none'),
  },
  ...{
    verdict: fc.constantFrom('publish', 'refuse', 'none'),
    publication: fc.record({ question: text, answer: text }),
  },
  items: fc.array(fc.record({ id: ids, title: text, words: text }), { maxLength: 3 }),
  ...{ size: fc.constantFrom('full', 'thumb', 'check', 'review'), until: fc.integer(), signature: text },
}
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
  await fc.assert(
    fc.asyncProperty(inputFor(route), fc.nat(), async (input, n) => {
      const answer = await send(people[n % people.length] as Someone, route, input)
      if (answer.ok) return void expect(answer.status).toBe(route.status ?? 200)
      const { code } = (await answer.json()) as Problem
      if (!allowed.has(code)) throw new Error(`${code} is not in the contract`)
    }),
    walks(20, 300),
  )
})
