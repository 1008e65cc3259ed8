import { rowsOf } from '@huiyin/db/core/client.ts'
import { calm, leak } from '@huiyin/tests/alerts/allowing.ts'
import { openWorld, type Someone, tap, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** A week of the town, three reports a day: how much its people are told. */
let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  ;[resident, worker] = (await calm(world, ['resident', 'worker'])) as [Someone, Someone]
})
afterAll(() => world.close())

const days = 7
const words = ['楼道水管漏水，地上都是水', '楼道里堆着杂物', '路灯不亮']
/** Every half hour of the week; at ten, three are filed, and `act` is what the grid makes of each. */
const week = async (act: (id: string) => Promise<unknown>) => {
  const ids: string[] = []
  for (let half = 0; half < days * 48; half++) {
    if (half % 48 === 0)
      for (const it of words) {
        const { id } = await resident.call('fileReport', leak({ words: it }))
        ids.push(id)
        await act(id)
      }
    world.clock.forward(30)
    await world.api.chores()
  }
  return ids
}
/** One message to one person, by whatever ways it came. */
const counted = async () => {
  const [all] = await rowsOf<{ n: number }>(
    world.outside.db,
    sql`select count(distinct (event_id, recipient_id))::int as n from alerts`,
  )
  const [senior] = await rowsOf<{ n: number }>(
    world.outside.db,
    sql`select max(n)::int as n from (
      select count(distinct event_id) as n from alerts where audience in ('lead', 'officer', 'supervisor') and channel = 'inbox'
      group by recipient_id, (created_at at time zone 'Asia/Shanghai')::date) it`,
  )
  return { all: all?.n ?? 0, senior: senior?.n ?? 0 }
}

test('where the grid works there are at most eight messages for a report, and seniors hear of none', async () => {
  const ids = await week(async id => {
    await worker.call('acceptReport', tap(id))
    await worker.call('startReport', tap(id))
    const photo = await worker.upload()
    await worker.call('resolveReport', { ...tap(id), words: '修好了', photoIds: [photo.id] })
  })
  const { all, senior } = await counted()
  expect(all / ids.length).toBeLessThanOrEqual(8)
  expect(senior).toBe(0)
})

test('where nobody does anything, a senior is told at most 25 things a day', async () => {
  const ids = await week(async () => {})
  const { all, senior } = await counted()
  expect(all / ids.length).toBeLessThanOrEqual(15)
  expect(senior).toBeLessThanOrEqual(25)
})

test('on Friday night nobody is asked about what is due on Monday', async () => {
  world.clock.now = new Date('2026-12-04T11:55:00.000Z')
  await resident.call('fileReport', leak({ words: '楼道里堆着杂物' }))
  const unanswered = () =>
    rowsOf<{ at: string }>(world.outside.db, sql`select created_at as at from alerts where kind = 'task-unanswered'`)
  for (let half = 0; half < 120; half++) {
    world.clock.forward(30)
    await world.api.chores()
  }
  expect(await unanswered()).toEqual([])
  world.clock.now = new Date('2026-12-07T01:30:00.000Z')
  for (let n = 0; n < 8; n++) {
    await world.api.chores()
    world.clock.forward(15)
  }
  expect((await unanswered()).length).toBeGreaterThan(0)
})
