import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { openWorld, Refused, refusal, type Someone, tap, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answers, asks, claims } from '../asking.ts'
import { brokenQuestions } from '../invariants.ts'

/** F20–F22 on a real PostgreSQL: fifty advisers of one village, and whoever else is quick. */
let world: World
let resident: Someone
let justice: Someone
let advisers: Someone[]

beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  justice = await world.someone('justice')
  await rowsOf(
    world.outside.db,
    sql`with hired as (insert into people (openid, name, created_at) select 'adviser-' || n, '顾问' || n, now() from generate_series(1, 50) n returning id)
      insert into postings (person_id, role, title, area_id, rank, from_at) select id, 'adviser', '法律顾问', 't001v1', 9, '2020-01-01' from hired`,
  )
  advisers = await Promise.all([...Array(50).keys()].map(n => world.someone(`adviser-${n + 1}`)))
})
afterAll(() => world.close())

const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'fulfilled' ? 'done' : result.reason instanceof Refused ? result.reason.problem.code : 'failed'

test('fifty advisers claim one question: one has it, forty-nine hear so', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await asks(resident)
    const results = await Promise.allSettled(
      advisers.map(it => it.call('claimQuestion', { ...tap(id), noConflict: true })),
    )
    const codes = results.map(codeOf)
    expect(codes.filter(it => it === 'done')).toHaveLength(1)
    expect(codes.filter(it => it === 'already-claimed')).toHaveLength(49)
    await resident.call('withdrawQuestion', tap(id))
  }
})

test('fifty advisers ask for the next of fifty: each gets another one, and keeps it', async () => {
  const ids = await Promise.all(advisers.map(() => asks(resident)))
  const cards = await Promise.all(advisers.map(async it => (await it.call('nextQuestion', {})).card?.id ?? ''))
  expect(new Set(cards)).toEqual(new Set(ids))
  const fences = await Promise.all(advisers.map((it, n) => claims(it, cards[n] ?? '')))
  expect(fences.every(it => it === 1)).toBe(true)
  const [row] = await rowsOf<{ holders: number }>(
    world.outside.db,
    sql`select count(distinct holder_id)::int as holders from questions where state = 'claimed'`,
  )
  expect(row?.holders).toBe(50)
  await Promise.all(ids.map(id => resident.call('withdrawQuestion', tap(id))))
})

test('twenty copies of one claim are one lease with one number', async () => {
  const id = await asks(resident)
  const [adviser] = advisers as [Someone]
  const once = { ...tap(id), noConflict: true as const }
  const moved = await Promise.all([...Array(20)].map(() => adviser.call('claimQuestion', once)))
  expect(new Set(moved.map(it => JSON.stringify(it))).size).toBe(1)
})

test('a holder answers, one whose lease is over answers, and the township reassigns, all at once: one of them prevails, twenty times', async () => {
  const [early, holder] = advisers as [Someone, Someone]
  const { items } = await justice.call('listAdvisers', { township: 't001' })
  const chosen = items.find(it => it.name === '沈岚')?.id ?? ''
  for (let round = 0; round < 20; round++) {
    const id = await asks(resident)
    const stale = await claims(early, id)
    await early.call('releaseQuestion', { ...tap(id), fence: stale })
    const fence = await claims(holder, id)
    const results = await Promise.allSettled([
      answers(holder, id, fence, '现在的答复'),
      answers(early, id, stale, '过期的答复'),
      justice.call('assignQuestion', { ...tap(id), adviserId: chosen }),
    ])
    const [answered, late, assigned] = results.map(codeOf)
    expect(late).toBe('lease-over')
    expect([answered, assigned]).toEqual(answered === 'done' ? ['done', 'wrong-state'] : ['lease-over', 'done'])
    const seen = await resident.call('getQuestion', { id })
    expect(seen.texts.filter(it => it.kind === 'answer').map(it => it.words)).toEqual(
      answered === 'done' ? ['现在的答复'] : [],
    )
    expect(JSON.stringify(seen)).not.toContain('过期的答复')
  }
})

test('two answers of one holder at once are one answer', async () => {
  const id = await asks(resident)
  const [adviser] = advisers as [Someone]
  const fence = await claims(adviser, id)
  const results = await Promise.allSettled(['甲', '乙'].map(words => answers(adviser, id, fence, words)))
  expect(results.map(codeOf).sort()).toEqual(['done', 'lease-over'])
})

test('the chores run in five places at once: a lease ends once, a circle widens once', async () => {
  const ids = await Promise.all([...Array(10)].map(() => asks(resident)))
  const [adviser] = advisers as [Someone]
  for (const id of ids.slice(0, 5)) await claims(adviser, id)
  world.clock.forward(300)
  await Promise.all([...Array(5)].map(() => world.api.chores()))
  const rows = await rowsOf<{ event: string; n: number }>(
    world.outside.db,
    sql`select event, count(*)::int as n from question_events where event in ('expire', 'climb') and question_id = any(${`{${ids.join(',')}}`}::uuid[]) group by event order by event`,
  )
  expect(rows).toEqual([
    { event: 'climb', n: 10 },
    { event: 'expire', n: 5 },
  ])
})

test('one question sent twenty times is one question', async () => {
  const input = { id: randomUUID(), communityId: 't001v1', words: '一个问题', ageBand: 'adult' as const }
  const receipts = await Promise.all([...Array(20)].map(() => resident.call('askQuestion', input)))
  expect(new Set(receipts.map(it => it.number)).size).toBe(1)
  const other = refusal(resident.call('askQuestion', { ...input, words: '另一个' }))
  expect(await other).toBe('id-reused')
})

test('after all that every question is lawful', async () => {
  expect(await brokenQuestions(world.outside.db)).toEqual([])
})
