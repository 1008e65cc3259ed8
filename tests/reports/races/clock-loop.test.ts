import { createApi } from '@huiyin/api/app.ts'
import type { House } from '@huiyin/api/core/context.ts'
import { createOutside } from '@huiyin/api/core/outside.ts'
import { remindVisits } from '@huiyin/api/reports/visiting/remind-visits.ts'
import { openPostgres, rowsOf } from '@huiyin/db/core/client.ts'
import { leaseWork } from '@huiyin/db/core/clock-work-queries.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, type Town } from '../cast.ts'
import { copiesOf, forget, operator } from '../clock/clock-town.ts'

/** Two workers on one real PostgreSQL, each with connections of its own: nothing is done twice, and nothing is left. */
let town: Town
let workers: { chores: () => Promise<unknown>; db: Town['world']['outside']['db']; close: () => Promise<void> }[]
beforeAll(async () => {
  town = await openCast()
  const { world } = town
  const openWorker = async () => {
    const { db, close } = await openPostgres(world.databaseUrl ?? '', { max: 3, deadline: 30_000 })
    const { env, photoStore, now, wechat, log } = world.outside
    const outside = await createOutside(env, { db, photoStore, now, wechat, log })
    return { chores: createApi(outside).chores, db, close: () => outside.close().then(close) }
  }
  workers = [await openWorker(), await openWorker()]
}, 120_000)
afterAll(async () => {
  for (const it of workers) await it.close()
  await town.world.close()
})

const words = '燃气味很重'
const count = async (of: ReturnType<typeof sql>) =>
  (await rowsOf<{ n: number }>(town.world.outside.db, sql`select count(*)::int as n from ${of}`))[0]?.n
const given = (ids: readonly string[]) =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
/** Both at once, until nothing is left for the clocks to do with these. */
const both = async (left: () => Promise<number | undefined>) => {
  do await Promise.all(workers.map(it => it.chores()))
  while (await left())
}

test('two workers share a thousand matters that are due: each climbs once, and each is told of once', async () => {
  const { world, file } = town
  const id = await file({ words })
  const ids = [id, ...(await copiesOf(world, id, 999))]
  world.clock.forward(30)
  await both(() => count(sql`reports where level = 'grid' and id in ${given(ids)}`))
  expect(await count(sql`report_events where event = 'climb' and report_id in ${given(ids)}`)).toBe(1000)
  const told = sql`alerts where kind = 'task-climbed' and channel = 'inbox' and matter_id in ${given(ids)}`
  expect(await count(told)).toBe(1000)
  expect(await count(sql`clock_work where clock = 'report-deadlines'`)).toBe(0)
  expect((await operator(world)('clock', 'list')).text).toBe('没有放在一边的事项。')
  await forget(world, ids)
  // Who filed may have begun to send, and goes on while there is something to send.
  await world.api.deliver()
  // A thousand messages to one lead would keep the next tests waiting.
  await rowsOf(
    world.outside.db,
    sql`update alerts set rung_at = null, state = case state when 'waiting' then 'failed' else state end where matter_id in ${given(ids)}`,
  )
}, 300_000)

test('of thirty late visits the township is reminded once each, though two workers look at once', async () => {
  const { world, file, close, days } = town
  const id = await file({ words: '水管漏水' })
  await close(id, 'poor')
  const ids = [id, ...(await copiesOf(world, id, 29))]
  await rowsOf(
    world.outside.db,
    sql`insert into visits (report_id, township_id, seq, due_at) select i.id, v.township_id, v.seq, v.due_at from visits v, ${given(ids.slice(1))} as i(id) where v.report_id = ${id}::uuid`,
  )
  await days(8)
  const late = sql`alerts where kind = 'task-visit-late' and channel = 'inbox' and matter_id in ${given(ids)}`
  await both(
    async () => 30 - ((await count(sql`report_events where event = 'remind' and report_id in ${given(ids)}`)) ?? 0),
  )
  await both(async () => 0)
  expect(await count(sql`report_events where event = 'remind' and report_id in ${given(ids)}`)).toBe(30)
  // The officer and the supervisor.
  expect(await count(late)).toBe(60)
}, 120_000)

test('a worker that listed a late visit, and comes to it after another has reminded, reminds nobody', async () => {
  const { world, file, close, days } = town
  const id = await file({ words: '水管漏水' })
  await close(id, 'poor')
  await days(8)
  const [one, two] = workers.map(({ db }) => ({ db, now: world.clock.now })) as [House, House]
  const [first, second] = [await remindVisits.takeUp(one, [id]), await remindVisits.takeUp(two, [id])]
  expect(await first[0]?.take(one)).toBe(true)
  expect(await second[0]?.take(two)).toBe(false)
  const [again] = await remindVisits.takeUp(two, [id])
  expect(await again?.take(two)).toBe(false)
  expect(await count(sql`report_events where event = 'remind' and report_id = ${id}::uuid`)).toBe(1)
})

test('what a worker had in hand when it died is taken up by another after half a minute', async () => {
  const { world, file, stateOf } = town
  const id = await file({ words })
  world.clock.forward(30)
  const due = () => sql`select id, due_at from reports where id = ${id}::uuid`
  expect(await leaseWork(world.outside.db, { name: 'report-deadlines', due }, 60, world.clock.now)).toEqual({
    ids: [id],
    found: 1,
  })
  await Promise.all(workers.map(it => it.chores()))
  expect((await stateOf(id)).level).toBe('grid')
  world.clock.forward(0.5)
  await Promise.all(workers.map(it => it.chores()))
  expect((await stateOf(id)).history.filter(it => it.event === 'climb')).toHaveLength(1)
}, 60_000)
