import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { isOpen, type ReportState } from '@huiyin/shared/reports/report-states.ts'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { walk } from '../support/depth.ts'
import { openWorld, Refused, type Someone, tuesdayMorning, type World } from '../support/world.ts'
import { brokenInvariants } from './invariants.ts'

/**
 * Random lives: people of every role tap whatever they like, in any order, while time jumps. Refusals are part of it.
 * After every step each open matter has exactly one owner and one next deadline, and the promise stands.
 */
let world: World
let who: Record<string, Someone>
const names = [
  'resident',
  'worker',
  'worker-mate',
  'worker-next-grid',
  'lead',
  'officer',
  'supervisor',
  'partner',
  'neighbour',
]

beforeAll(async () => {
  world = await openWorld()
  who = Object.fromEntries(await Promise.all(names.map(async name => [name, await world.someone(name)] as const)))
})
afterAll(() => world.close())

const verbs = [
  'accept',
  'accept',
  'accept',
  'start',
  'start',
  'return',
  'assign',
  'dispatch',
  'finish',
  'resolve',
  'resolve',
  'resolve',
  'confirm',
  'reopen',
  'withdraw',
  'withdraw',
  'reopen',
  'reopen',
  'join',
  'note',
  'supervise',
  'supervise',
  'visit',
  'visit',
  'still',
] as const
type Verb = (typeof verbs)[number]

/** `die` is 0 to 9. */
const act = async (person: Someone, verb: Verb, id: string, die: number) => {
  const tap = { id, eventId: randomUUID() }
  const words = '随手写一句'
  switch (verb) {
    case 'return':
      return person.call('returnReport', { ...tap, words })
    case 'assign':
      return person.call('assignReport', {
        ...tap,
        gridId: die % 2 ? 't001v1g1' : 't001v2g1',
        ...(die < 7 && { words }),
      })
    case 'dispatch':
      return person.call('dispatchReport', { ...tap, unitId: 'u-water' })
    case 'finish':
      return person.call('finishReport', { ...tap, words })
    case 'resolve':
      return person.call('resolveReport', { ...tap, words, photoIds: [(await person.upload()).id] })
    case 'confirm':
      return person.call('confirmReport', { ...tap, rating: die % 2 ? 'fair' : 'poor' })
    case 'supervise':
      return person.call('superviseReport', { ...tap, words, hours: 1 + die })
    case 'visit':
      return person.call('recordVisit', { ...tap, words, result: die % 2 ? 'solved' : 'not-solved' })
    case 'still':
      return person.call('answerStill', { ...tap, answer: die % 2 ? 'fine' : 'broken' })
    case 'note':
      return person.call('noteReport', { ...tap, words })
    default:
      return person.call(`${verb}Report`, tap)
  }
}

const refusedOrFine = async (work: Promise<unknown>) => {
  try {
    await work
    return true
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.status >= 500) throw error
    return false
  }
}

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      who: fc.constantFrom(...names),
      verb: fc.constantFrom(...verbs),
      as: fc.constantFrom('owner', 'owner', 'resident', 'officer', 'anybody'),
      die: fc.nat({ max: 9 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ minutes: fc.constantFrom(1, 29, 31, 121, 1500, 10_090) }) },
)

type Row = {
  owner_id: string | null
  due_at: string | null
  due_for: string | null
  supervise_by: string | null
  state: ReportState
  resolve_by: string
  owners: number
}

const look = async (id: string): Promise<Row> => {
  const [row] = await rowsOf<Row>(
    world.outside.db,
    sql`
    select owner_id, due_at, due_for, case when supervise_missed then null else supervise_by end as supervise_by, state, resolve_by,
      (select count(*)::int from postings p where p.person_id = owner_id and p.role in ('worker', 'lead', 'officer', 'supervisor')) as owners
    from reports where id = ${id}::uuid`,
  )
  return row ?? expect.fail('the matter is gone')
}

test('whatever anybody does, each open matter has one owner, one next deadline and its first promise', async () => {
  let moved = 0
  const reached = new Set<string>()
  await walk(
    fc.asyncProperty(
      fc.array(step, { minLength: 25, maxLength: 40 }),
      fc.constantFrom('水管漏水', '灯不亮', '楼道有杂物'),
      async (steps, words) => {
        world.clock.now = tuesdayMorning
        // Nobody has used up the photos of a day.
        await rowsOf(world.outside.db, sql`update photos set created_at = created_at - interval '2 days'`)
        const id = randomUUID()
        await who.resident?.call('fileReport', { id, words, buildingId: 't001v1g1b1' })
        const { resolve_by: promise } = await look(id)
        for (const it of steps) {
          if ('minutes' in it) {
            world.clock.forward(it.minutes)
            await world.api.chores()
          } else {
            world.clock.forward(1)
            const { owner_id } = await look(id)
            const owner = Object.values(who).find(person => person.id === owner_id)
            const person = { owner, resident: who.resident, officer: who.officer, anybody: who[it.who] }[it.as]
            if (person && (await refusedOrFine(act(person, it.verb, id, it.die)))) moved++
          }
          const row = await look(id)
          reached.add(row.state)
          expect(row.resolve_by).toBe(promise)
          expect({ open: isOpen(row.state), clock: row.due_at !== null, reason: row.due_for !== null }).toEqual(
            isOpen(row.state)
              ? { open: true, clock: true, reason: true }
              : { open: false, clock: false, reason: false },
          )
          if (row.supervise_by && row.state !== 'resolved')
            expect(new Date(row.due_at ?? 0).getTime()).toBeLessThanOrEqual(new Date(row.supervise_by).getTime())
          expect(row.owners).toBeGreaterThanOrEqual(1)
        }
      },
    ),
    20,
    400,
  )
  expect(moved).toBeGreaterThan(50)
  // Nine states in all; a rare one may be missed by chance.
  expect(reached.size).toBeGreaterThanOrEqual(7)
  expect(await brokenInvariants(world.outside.db)).toEqual([])
}, 900_000)
