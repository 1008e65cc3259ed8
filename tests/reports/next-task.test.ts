import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openCast, type Town } from './cast.ts'

/** What a worker, lead, officer or unit is shown first: of all that is theirs to do what is due first. */
let town: Town
beforeEach(async () => {
  await town?.world.close()
  town = await openCast()
})
afterAll(() => town.world.close())

const nothing = { task: null, waits: null, doneToday: 0, visit: null }
const nextOf = (name: keyof Town['who']) => town.who[name].call('getNextTask', {})
const taskOf = async (name: keyof Town['who']) => (await nextOf(name)).task

test('of what waits in her grid the worker is shown what is due first, with what its page lets her do', async () => {
  const slow = await town.file({ words: '想问个事' })
  await town.who.worker.call('acceptReport', town.tap(slow))
  const urgent = await town.file({ words: '水管漏水' })
  const task = await taskOf('worker')
  expect(task).toMatchObject({ card: { id: urgent, state: 'filed', place: '柳塘村 1号楼', late: false } })
  expect(task?.can).toEqual((await town.stateOf(urgent, 'worker')).can)
  expect(task?.can).toContain('accept')
  await town.who.worker.call('acceptReport', town.tap(urgent))
  expect(await taskOf('worker')).toMatchObject({
    card: { id: urgent },
    can: expect.arrayContaining(['start', 'resolve']),
  })
})

test('what somebody else took is no longer shown to the mate, nor what lies in another grid', async () => {
  const id = await town.file()
  expect((await taskOf('worker-mate'))?.card.id).toBe(id)
  expect(await taskOf('worker-next-grid')).toBeNull()
  await town.who.worker.call('acceptReport', town.tap(id))
  expect(await taskOf('worker-mate')).toBeNull()
  expect((await taskOf('worker'))?.card.id).toBe(id)
})

test('a lead is shown what has climbed to her, and not what is still in the worker’s time; the worker who missed it still has it', async () => {
  const id = await town.file({ words: '水管漏水' })
  expect(await taskOf('lead')).toBeNull()
  town.world.clock.forward(31)
  await town.world.api.chores()
  const late = { card: { id, late: true } }
  expect(await taskOf('lead')).toMatchObject(late)
  // Who missed it may still take it, and is not told that there is nothing to do.
  expect(await taskOf('worker')).toMatchObject(late)
  expect(await taskOf('officer')).toBeNull()
})

test('a unit is shown what it was sent for, and its owner still has it', async () => {
  const id = await town.file()
  await town.who.worker.call('acceptReport', town.tap(id))
  await town.who.worker.call('dispatchReport', { ...town.tap(id), unitId: 'u-water' })
  expect(await taskOf('partner')).toMatchObject({ card: { id } })
  expect((await taskOf('partner'))?.can).toContain('finish')
  expect(await taskOf('partner-other')).toBeNull()
  expect((await taskOf('worker'))?.card.id).toBe(id)
})

test('when nothing is left to do she is told what waits for its resident, and how many she mended today', async () => {
  expect(await nextOf('worker')).toEqual(nothing)
  const id = await town.file()
  await town.resolve(id)
  expect(await nextOf('worker')).toMatchObject({ task: null, waits: { id, state: 'resolved' }, doneToday: 1 })
  expect((await nextOf('worker-mate')).doneToday).toBe(0)
})

test('what was opened again is not counted as mended, and the day ends at midnight in Shanghai, not in Greenwich', async () => {
  const [kept, again] = [await town.file(), await town.file()]
  await town.resolve(kept)
  await town.resolve(again)
  expect((await nextOf('worker')).doneToday).toBe(2)
  await town.who.resident.call('reopenReport', town.tap(again))
  expect((await nextOf('worker')).doneToday).toBe(1)
  const doneAt = async (time: string) => {
    town.world.clock.now = new Date(time)
    return (await nextOf('worker')).doneToday
  }
  expect(await doneAt('2026-11-24T15:59:00Z')).toBe(1)
  expect(await doneAt('2026-11-24T16:00:00Z')).toBe(0)
})

test('whoever has no desk is told of no task', async () => {
  await town.file()
  expect(await nextOf('resident')).toEqual(nothing)
})

test('what is hers elsewhere too: of two posts the matter that is due first of both', async () => {
  await rowsOf(
    town.world.outside.db,
    sql`insert into postings (person_id, role, title, area_id, from_at, rank)
      select id, 'worker', '网格员', 't001v1g2', '2020-01-01', 5 from people where openid = 'worker'`,
  )
  await town.days(0)
  const here = await town.file({ words: '想问个事' })
  await town.who.worker.call('acceptReport', town.tap(here))
  const there = await town.file({ words: '水管漏水', buildingId: 't001v1g2b1' })
  expect((await taskOf('worker'))?.card.id).toBe(there)
  await town.who['worker-next-grid'].call('acceptReport', town.tap(there))
  expect((await taskOf('worker'))?.card.id).toBe(here)
})

test('an officer is shown the first visit that her township has still to make, until it is made; nobody else is', async () => {
  const [first, second] = [await town.file(), await town.file({ words: '水管漏水' })]
  await town.close(first, 'poor')
  await town.close(second, 'poor')
  const visitOf = async (name: keyof Town['who']) => (await nextOf(name)).visit
  const [listed] = (await town.who.officer.call('listVisits', { desk: 't001', limit: 50 })).items
  expect(await visitOf('officer')).toEqual(listed)
  expect(listed?.reportId).toBe(first)
  for (const name of ['worker', 'lead', 'supervisor', 'partner', 'officer-next-town'] as const)
    expect(await visitOf(name)).toBeNull()
  await town.who.officer.call('recordVisit', { ...town.tap(first), result: 'solved', words: '电话里问过' })
  expect((await visitOf('officer'))?.reportId).toBe(second)
})
