import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { allow, calm, leak, leftFor } from '@huiyin/tests/alerts/allowing.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
})
beforeEach(async () => {
  ;[resident, worker] = (await calm(world, ['resident', 'worker'])) as [Someone, Someone]
})
afterAll(() => world.close())

/** So many rows in an inbox, `step` milliseconds apart. */
const fill = (who: Someone, count: number, step = 1000) =>
  rowsOf(
    world.outside.db,
    sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at)
      select gen_random_uuid(), gen_random_uuid(), 't001v1g1', ${who.id}::uuid, 'inbox', 'report-new', ${JSON.stringify({ number: '1', kind: '漏水', place: '柳塘村' })}::jsonb,
        false, 'sent', at, at from generate_series(1, ${count}::int) n
        cross join lateral (select ${world.clock.now.toISOString()}::timestamptz + n * ${step}::int * interval '1 millisecond' as at) t`,
  )
const readAll = async (who: Someone, limit: number) => {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await who.call('listAlerts', { limit, ...(cursor && { cursor }) })
    ids.push(...page.items.map(it => it.id))
    cursor = page.next
  } while (cursor)
  return ids
}

test.each([1000, 1, 0])('a long inbox is read page by page without a gap, with rows %i ms apart', async step => {
  await fill(worker, 47, step)
  for (const limit of [1, 7, 47, 50]) {
    const ids = await readAll(worker, limit)
    expect([ids.length, new Set(ids).size]).toEqual([47, 47])
  }
})

test('an alert that arrives while one reads on is not missed and moves nothing', async () => {
  await fill(worker, 10)
  const first = await worker.call('listAlerts', { limit: 5 })
  await rowsOf(world.outside.db, sql`update alerts set created_at = created_at`)
  world.clock.forward(5)
  await resident.call('fileReport', leak())
  const second = await worker.call('listAlerts', { limit: 5, cursor: first.next ?? '' })
  const seen = [...first.items, ...second.items].map(it => it.id)
  expect(new Set(seen).size).toBe(10)
  expect((await worker.call('listAlerts', { limit: 1 })).items[0]?.kind).toBe('report-new')
})

test('the badge counts what is unread, up to a hundred, and reading takes it away', async () => {
  await fill(worker, 130)
  expect((await worker.call('countUnread', {})).unread).toBe(100)
  const [one, two] = (await worker.call('listAlerts', { limit: 2 })).items
  await worker.call('markRead', { ids: [one?.id ?? '', two?.id ?? ''] })
  const again = await worker.call('listAlerts', { limit: 3 })
  expect(again.items.map(it => it.readAt !== null)).toEqual([true, true, false])
  expect((await worker.call('markRead', {})).unread).toBe(0)
  expect((await worker.call('countUnread', {})).unread).toBe(0)
})

test('marking the unknown, the doubled or too many at once harms nothing', async () => {
  await fill(worker, 3)
  const id = (await worker.call('listAlerts', {})).items[0]?.id ?? ''
  expect((await worker.call('markRead', { ids: [] })).unread).toBe(3)
  expect((await worker.call('markRead', { ids: [randomUUID(), id, id] })).unread).toBe(2)
  const many = await worker.fetch('/api/alerts/read', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids: Array.from({ length: 101 }, () => randomUUID()) }),
  })
  expect(many.status).toBe(400)
})

test('nobody is told of what he did himself, but the resident gets her receipt', async () => {
  const { id } = await resident.call('fileReport', leak())
  await worker.call('acceptReport', { id, eventId: randomUUID() })
  const kinds = async (who: Someone) => (await who.call('listAlerts', {})).items.map(it => it.kind)
  expect(await kinds(worker)).toEqual(['report-new'])
  expect((await kinds(resident)).sort()).toEqual(['report-accepted', 'report-received'])
})

test('every alert opens a page of the mini-program and says in Chinese what happened', async () => {
  const { id } = await resident.call('fileReport', leak())
  await worker.call('acceptReport', { id, eventId: randomUUID() })
  const { items } = await resident.call('listAlerts', {})
  for (const alert of items) {
    expect(alert.page).toBe(`reports/pages/show/index?id=${id}`)
    expect(alert.title + alert.text).toMatch(/^[^A-Za-z]+$/)
    expect(alert.text).not.toMatch(/undefined|null|NaN/)
  }
})

test('a permit counts up with each tap and only for what was accepted', async () => {
  await allow(world, worker, 'task', 3)
  expect(await leftFor(worker, 'task')).toBe(3)
  expect(await leftFor(worker, 'overdue')).toBe(0)
  const { items } = await worker.call('recordPermits', {
    id: randomUUID(),
    results: { TMPL_NEW_TASK: 'reject', TMPL_TASK_OVERDUE: 'ban', TMPL_REPORT_PROGRESS: 'filter', another: 'accept' },
  })
  expect(Object.fromEntries(items.map(it => [it.template, it.left]))).toEqual({
    task: 3,
    overdue: 0,
    progress: 0,
    done: 0,
  })
})

test('a tap that is sent twice counts once, even at the same moment', async () => {
  const tap = { id: randomUUID(), results: { TMPL_NEW_TASK: 'accept' as const } }
  await Promise.all([1, 2, 3, 4].map(() => worker.call('recordPermits', tap)))
  expect(await leftFor(worker, 'task')).toBe(1)
})
