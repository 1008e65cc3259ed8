import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { walk } from '../support/depth.ts'
import { openWorld, outcome, type Someone, tuesdayMorning, type World } from '../support/world.ts'
import { asks } from './asking.ts'
import { brokenQuestions } from './invariants.ts'

/**
 * Random lives of a question against a model of ten lines: three advisers of one village, the township and the asker tap
 * whatever they like while time jumps. Who holds it, by which number, until when, and who may read it, is foretold each time.
 */
const names = ['adviser', 'second', 'third'] as const
type Name = (typeof names)[number]
const leaseMinutes = 60

let world: World
let who: Record<Name | 'justice' | 'resident', Someone>
beforeAll(async () => {
  world = await openWorld()
  const { db } = world.outside
  for (const openid of ['second', 'third'])
    await rowsOf(
      db,
      sql`with hired as (insert into people (openid, name, created_at) values (${openid}, ${openid}, now()) returning id)
        insert into postings (person_id, role, title, area_id, rank, from_at) select id, 'adviser', '法律顾问', 't001v1', 5, '2020-01-01' from hired`,
    )
  // A term so long that the circle never widens here, and a lease that runs day and night.
  await rowsOf(
    db,
    sql`insert into deadlines (scope, urgency, stage, minutes, clock) values ('t001', 'question', 'answer', 400000, 'always'),
      ('t001', 'question', 'lease', ${leaseMinutes}, 'always'), ('t001', 'question', 'reply', 400000, 'always')`,
  )
  const all = await Promise.all(
    [...names, 'justice', 'resident'].map(async it => [it, await world.someone(it)] as const),
  )
  who = Object.fromEntries(all) as typeof who
})
afterAll(() => world.close())

type Model = {
  state: 'waiting' | 'claimed' | 'asked' | 'answered'
  holder: Name | null
  fence: number
  /** Minutes since the beginning. */
  now: number
  until: number
  keptFor: Name | null
  answeredBy: Name | null
  followUps: number
  /** The last number each has had. */
  known: Record<Name, number>
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      verb: fc.constantFrom('claim', 'claim', 'answer', 'answer', 'draft', 'release', 'back', 'back'),
      by: fc.constantFrom(...names),
    }),
  },
  { weight: 2, arbitrary: fc.record({ verb: fc.constantFrom('assign'), by: fc.constantFrom(...names) }) },
  { weight: 5, arbitrary: fc.record({ verb: fc.constantFrom('reply', 'follow'), by: fc.constantFrom(...names) }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constantFrom('wait', 'chores'), by: fc.constantFrom(...names) }) },
)
type Step = { verb: string; by: Name }

const gone = { holder: null, until: 0 }
const live = (m: Model) => m.state === 'claimed' && m.until > m.now

/** What the service ought to say, and how the model stands afterwards. */
const foretell = (m: Model, { verb, by }: Step): [string, Partial<Model>] => {
  const mine = live(m) && m.holder === by && m.known[by] === m.fence
  const former = m.known[by] > 0 ? 'lease-over' : 'not-found'
  if (verb === 'claim') {
    if (m.state === 'asked' || m.state === 'answered') return ['not-found', {}]
    if (m.keptFor && m.keptFor !== by) return [live(m) && m.holder === by ? 'already-claimed' : 'not-found', {}]
    if (live(m)) return ['already-claimed', {}]
    const fence = m.fence + 1
    return [
      'done',
      { state: 'claimed', holder: by, fence, until: m.now + leaseMinutes, known: { ...m.known, [by]: fence } },
    ]
  }
  if (verb === 'answer') return mine ? ['done', { state: 'answered', answeredBy: by, ...gone }] : [former, {}]
  if (verb === 'back') return mine ? ['done', { state: 'asked', keptFor: by, ...gone }] : [former, {}]
  if (verb === 'release') return mine ? ['done', { state: 'waiting', ...gone }] : [former, {}]
  if (verb === 'draft') return mine ? ['done', { until: Math.max(m.until, m.now + leaseMinutes) }] : [former, {}]
  if (verb === 'assign') {
    const open = m.state === 'waiting' || m.state === 'claimed'
    return open ? ['done', { state: 'waiting', keptFor: by, ...gone }] : ['wrong-state', {}]
  }
  if (verb === 'reply') return m.state === 'asked' ? ['done', { state: 'waiting' }] : ['wrong-state', {}]
  if (verb === 'follow') {
    if (m.state !== 'answered') return ['wrong-state', {}]
    if (m.followUps >= 3) return ['follow-ups-used', {}]
    return ['done', { state: 'waiting', keptFor: m.answeredBy, followUps: m.followUps + 1 }]
  }
  if (verb === 'wait') return ['done', { now: m.now + 35 }]
  return ['done', m.state === 'claimed' && !live(m) ? { state: 'waiting', ...gone } : {}]
}

const act = async (id: string, m: Model, { verb, by }: Step): Promise<unknown> => {
  const tap = { id, eventId: randomUUID() }
  const fence = Math.max(1, m.known[by])
  const words = '随手写一句'
  const person = who[by]
  if (verb === 'claim') return person.call('claimQuestion', { ...tap, noConflict: true })
  if (verb === 'answer') return person.call('answerQuestion', { ...tap, fence, words })
  if (verb === 'back') return person.call('askBack', { ...tap, fence, words })
  if (verb === 'release') return person.call('releaseQuestion', { ...tap, fence })
  if (verb === 'draft') return person.call('saveDraft', { id, fence, words })
  if (verb === 'assign') return who.justice.call('assignQuestion', { ...tap, adviserId: person.id })
  if (verb === 'reply') return who.resident.call('replyQuestion', { ...tap, words })
  if (verb === 'follow') return who.resident.call('followUp', { ...tap, words })
  if (verb === 'wait') return world.clock.forward(35)
  return world.api.chores()
}

test('who holds it, by which number, until when, and who reads it, is always what the model says', async () => {
  const met = new Set<string>()
  await walk(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async steps => {
      world.clock.now = tuesdayMorning
      const id = await asks(who.resident)
      const known = { adviser: 0, second: 0, third: 0 }
      let m: Model = {
        state: 'waiting',
        holder: null,
        fence: 0,
        now: 0,
        until: 0,
        keptFor: null,
        answeredBy: null,
        followUps: 0,
        known,
      }
      for (const it of steps) {
        const [due, change] = foretell(m, it)
        expect(`${it.verb} ${await outcome(act(id, m, it))}`).toBe(`${it.verb} ${due}`)
        met.add(`${it.verb} ${due}`)
        m = { ...m, ...change }
        for (const name of names)
          expect([name, await outcome(who[name].call('getQuestion', { id }))]).toEqual([
            name,
            live(m) && m.holder === name ? 'done' : 'not-found',
          ])
      }
      const { state, texts } = await who.resident.call('getQuestion', { id })
      expect(state).toBe(m.state)
      expect(texts.some(text => text.kind === 'note')).toBe(false)
    }),
    25,
    400,
  )
  for (const it of [
    'claim done',
    'claim already-claimed',
    'answer done',
    'answer lease-over',
    'assign done',
    'follow done',
    'reply done',
  ])
    expect(met).toContain(it)
  expect(await brokenQuestions(world.outside.db)).toEqual([])
}, 900_000)
