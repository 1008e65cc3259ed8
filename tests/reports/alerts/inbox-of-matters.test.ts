import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { calm, leak } from '@huiyin/tests/alerts/allowing.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** One row for each matter: the newest message of it, what it is about, and how many more there are. */
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

/** So many messages, of so many matters in turn, one second after the other. */
const fill = (who: Someone, count: number, matters: number) =>
  rowsOf(
    world.outside.db,
    sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at)
      select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad((n % ${matters}::int)::text, 12, '0'))::uuid, 't001v1g1', ${who.id}::uuid, 'inbox', 'report-new',
        jsonb_build_object('number', (n % ${matters}::int)::text, 'kind', '漏水', 'place', '柳塘村'), false, 'sent', at, at
      from generate_series(1, ${count}::int) n
      cross join lateral (select ${world.clock.now.toISOString()}::timestamptz + n * interval '1 second' as at) t`,
  )

const readAll = async (limit: number) => {
  const items = []
  let cursor: string | undefined
  do {
    const page = await worker.call('listInbox', { limit, ...(cursor && { cursor }) })
    items.push(...page.items)
    cursor = page.next
  } while (cursor)
  return items
}

test('every step of a matter stands in one row, with its number and what it is about; the newest is what it says', async () => {
  const { id, number } = await resident.call('fileReport', leak())
  for (const step of ['acceptReport', 'startReport'] as const) {
    world.clock.forward(1)
    await worker.call(step, { id, eventId: randomUUID() })
  }
  const { items, unread } = await resident.call('listInbox', {})
  expect(unread).toBe(3)
  expect(items).toMatchObject([
    {
      ...{ kind: 'report-started', title: '开始办理', matterId: id, more: 2, unread: 3, readAt: null },
      about: { number, kind: '漏水堵水', place: '柳塘村 1号楼' },
    },
  ])
  const rest = await resident.call('listAlerts', { matterId: id })
  expect(rest.items.map(it => it.kind)).toEqual(['report-started', 'report-accepted', 'report-received'])
})

test.each([1, 7, 50])('no matter is parted by the pages, nor shown twice, %i at a time', async limit => {
  await fill(worker, 200, 23)
  const items = await readAll(limit)
  expect([items.length, new Set(items.map(it => it.matterId)).size]).toEqual([23, 23])
  expect(items.reduce((sum, it) => sum + 1 + it.more, 0)).toBe(200)
  const times = items.map(it => it.at)
  expect(times).toEqual(times.toSorted().reverse())
})

test('a message that comes while she reads on takes its matter to the top, and no page repeats it or leaves another out', async () => {
  await fill(worker, 40, 20)
  const first = await worker.call('listInbox', { limit: 10 })
  const seen = first.items.map(it => it.matterId)
  const last = (await readAll(50)).at(-1)
  world.clock.forward(10)
  await rowsOf(
    world.outside.db,
    sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at)
      select gen_random_uuid(), matter_id, grid_id, recipient_id, channel, 'task-overdue', fill, urgent, state, ${world.clock.now.toISOString()}::timestamptz, ${world.clock.now.toISOString()}::timestamptz
      from alerts where id = ${last?.id ?? ''}::uuid`,
  )
  const second = await worker.call('listInbox', { limit: 10, cursor: first.next ?? '' })
  const further = second.items.map(it => it.matterId)
  expect(further).not.toContain(last?.matterId)
  expect(new Set([...seen, ...further]).size).toBe(19)
  expect((await worker.call('listInbox', { limit: 1 })).items).toMatchObject([{ matterId: last?.matterId, more: 2 }])
})

test('reading what was shown leaves what came later unread, in the row and in the sum', async () => {
  await fill(worker, 6, 2)
  const [row, other] = (await worker.call('listInbox', {})).items
  const shown = (await worker.call('listAlerts', { matterId: row?.matterId })).items.map(it => it.id)
  expect(shown).toHaveLength(3)
  await fill(worker, 2, 2)
  expect((await worker.call('markRead', { ids: shown })).unread).toBe(5)
  const rows = (await worker.call('listInbox', {})).items
  expect(rows.map(it => [it.more, it.unread]).sort()).toEqual([
    [3, 1],
    [3, 4],
  ])
  await worker.call('markRead', { matterId: other?.matterId })
  expect((await worker.call('countUnread', {})).unread).toBe(1)
})

test('an inbox shows nothing of what somebody else was told of the same matter', async () => {
  const { id } = await resident.call('fileReport', leak())
  await worker.call('acceptReport', { id, eventId: randomUUID() })
  expect((await worker.call('listInbox', {})).items).toMatchObject([{ kind: 'report-new', more: 0 }])
  expect((await worker.call('listAlerts', { matterId: id })).items).toHaveLength(1)
  expect((await (await world.someone('neighbour')).call('listAlerts', { matterId: id })).items).toEqual([])
})
