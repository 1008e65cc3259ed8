import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCast, type Town } from './cast.ts'

let town: Town
beforeAll(async () => {
  town = await openCast()
})
beforeEach(() => town.restart())
afterAll(() => town.world.close())

const visitsOf = async (name: 'officer' | 'officer-next-town', desk: string) =>
  (await town.who[name].call('listVisits', { desk, limit: 50 })).items.map(it => it.reportId)
const words = '电话里问过'

/** No lot of this id is drawn at one in ten. */
const undrawn = (n: number) => `0000000${n}-0000-4000-8000-00000000000a`

test('a township has its own visits in its list, and nobody else’s', async () => {
  const { world, who, tap, file, close } = town
  const there = await file({ words: '水管漏水', buildingId: 't002v1g1b1' })
  const neighbours = await world.someone('worker-next-town')
  await neighbours.call('acceptReport', tap(there))
  const photo = await neighbours.upload()
  await neighbours.call('resolveReport', { ...tap(there), words: '修好了', photoIds: [photo.id] })
  await who.resident.call('confirmReport', { ...tap(there), rating: 'poor' })
  const here = await file({ words: '水管漏水' })
  await close(here, 'poor')
  expect(await visitsOf('officer', 't001')).toEqual([here])
  expect(await visitsOf('officer-next-town', 't002')).toEqual([there])
})

test('a township that wants every closing visited has its own share before the common one', async () => {
  const { world, file, close } = town
  const share = (scope: string, percent: number) =>
    rowsOf(
      world.outside.db,
      sql`insert into visit_shares values (${scope}, ${percent}::int) on conflict (scope) do update set percent = excluded.percent`,
    )
  const closed = async (n: number) => {
    const id = await file({ id: undrawn(n) })
    await close(id)
    return id
  }
  const usual = await closed(1)
  await share('t001', 100)
  const own = await closed(2)
  await share('t001', 0)
  await share('*', 100)
  const none = await closed(3)
  const seen = await visitsOf('officer', 't001')
  expect([usual, own, none].map(id => seen.includes(id))).toEqual([false, true, false])
})

test('what a visit heard stays in the history when she opens the matter again', async () => {
  const { who, tap, file, close, stateOf } = town
  const id = await file({ words: '水管漏水' })
  await close(id, 'poor')
  await who.officer.call('recordVisit', { ...tap(id), result: 'solved', words })
  await who.resident.call('reopenReport', tap(id))
  const steps = (await stateOf(id)).history.map(({ event, result }) => ({ event, result }))
  expect(steps.slice(-2)).toEqual([
    { event: 'visit', result: 'solved' },
    { event: 'reopen', result: null },
  ])
})
