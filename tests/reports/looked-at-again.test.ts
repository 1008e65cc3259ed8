import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { endPosts } from '../support/duties.ts'
import { listen } from '../support/who-heard.ts'
import { openCast, type Town } from './cast.ts'
import { brokenInvariants } from './invariants.ts'
import { dispatched } from './scenes.ts'

/** What is asked, told or shown a second time: after another closing, to who closed it, of what was filed first. */
let town: Town
beforeAll(async () => {
  town = await openCast()
})
beforeEach(() => town.restart())
afterAll(async () => {
  expect(await brokenInvariants(town.world.outside.db)).toEqual([])
  await town.world.close()
})

const leak = { words: '水管漏水' }
const words = '请看一下'
type Name = keyof Town['who']
const mends = async (id: string, name: Name, rating: 'good' | 'poor' = 'good') => {
  const one = town.who[name]
  await one.call('acceptReport', town.tap(id))
  const photo = await one.upload()
  await one.call('resolveReport', { ...town.tap(id), words, photoIds: [photo.id] })
  await town.who.resident.call('confirmReport', { ...town.tap(id), rating })
}
const count = async (name: Name, id: string, kind: string) =>
  (await town.alertsOf(name, id)).filter(it => it === kind).length

describe('the lost answer to a filing', () => {
  test('is given again as it was, whoever has the matter by now', async () => {
    const { who, tap } = town
    const filing = { id: randomUUID(), ...leak, buildingId: 't001v1g1b2' }
    const first = await who.resident.call('fileReport', filing)
    await who.lead.call('assignReport', { ...tap(filing.id), gridId: 't001v1g2', words })
    expect(await who.resident.call('fileReport', filing)).toEqual(first)
  })

  test('and shows as its cover the first of its photos, in the order in which she chose them', async () => {
    const { who, file, stateOf } = town
    const photos = [await who.resident.upload(), await who.resident.upload(), await who.resident.upload()]
    const photoIds = [2, 0, 1].map(n => photos[n]?.id ?? '')
    const missing = randomUUID()
    const id = await file({ photoIds: [...photoIds, missing] })
    expect((await stateOf(id)).before.map(it => it.id)).toEqual([...photoIds, missing])
    const card = (await who.resident.call('listMyReports', { limit: 50 })).items.find(it => it.id === id)
    expect(card?.coverUrl).toContain(photoIds[0])
    await mends(id, 'worker')
    const desk = await who.officer.call('getPublication', { id })
    expect(desk.before.map(it => it.photo.id)).toEqual(photoIds)
  })
})

describe('the same again', () => {
  test('is told to whoever closed it, though he is not of that level', async () => {
    const { file, world } = town
    const old = await file({ ...leak, buildingId: 't001v1g1b2' })
    await mends(old, 'lead')
    const { hears } = await listen(
      world.outside.db,
      old,
      () => file({ ...leak, buildingId: 't001v1g1b2' }),
      world.settle,
    )
    expect(hears).toEqual({ lead: 'task-recurred', worker: 'task-recurred', 'worker-mate': 'task-recurred' })
  })

  test('is told to the grid where it was mended, not to that of the building', async () => {
    const { who, tap, file, world } = town
    const place = { ...leak, buildingId: 't001v1g1b3' }
    const old = await file(place)
    await who.lead.call('assignReport', { ...tap(old), gridId: 't001v1g2', words })
    await mends(old, 'worker-next-grid')
    const { hears } = await listen(world.outside.db, old, () => file(place), world.settle)
    expect(hears).toEqual({ 'worker-next-grid': 'task-recurred' })
  })

  test('marks the closing that was the last, and thirty days after it to the minute', async () => {
    const { file, world, days, stateOf } = town
    const at = { buildingId: 't001v1g2b2', words: '路灯不亮了' }
    const [first, second] = [await file(at), await file(at)]
    await mends(first, 'lead')
    world.clock.forward(10)
    await mends(second, 'lead')
    const closed = (await stateOf(second)).history.at(-1)?.at ?? ''
    const recurs = async () => (await stateOf(await file(at), 'officer')).recurs?.id
    expect(await recurs()).toBe(second)
    await days(29)
    world.clock.now = new Date(Date.parse(closed) + 30 * 86_400_000)
    expect(await recurs()).toBe(second)
    world.clock.forward(1)
    expect(await recurs()).toBeUndefined()
  })
})

describe('after a closing', () => {
  test('a visit in between does not put off when she is asked again', async () => {
    const { who, tap, file, close, days, world } = town
    const id = await file(leak)
    await close(id, 'poor')
    await days(3)
    await who.officer.call('recordVisit', { ...tap(id), result: 'solved', words })
    for (const [more, asked] of [
      [4.1, 1],
      [4, 1],
      [18.8, 1],
      [0.3, 2],
    ] as const) {
      await days(more)
      await world.api.chores()
      expect([more, await count('resident', id, 'report-still')]).toEqual([more, asked])
    }
  })

  test('the visit of each closing is reminded of, though one was before', async () => {
    const { file, close, days, world, who, tap } = town
    const id = await file(leak)
    await close(id, 'poor')
    await days(7.1)
    await world.api.chores()
    expect(await count('supervisor', id, 'task-visit-late')).toBe(1)
    await who.resident.call('reopenReport', tap(id))
    await mends(id, 'lead', 'poor')
    expect(await count('supervisor', id, 'task-visit-late')).toBe(1)
    await days(7.1)
    await world.api.chores()
    expect(await count('supervisor', id, 'task-visit-late')).toBe(2)
  })

  test('the township reads by when it should visit', async () => {
    const { file, close, who } = town
    const id = await file(leak)
    await close(id, 'poor')
    const visit = (await who.officer.call('listAlerts', { limit: 50 })).items.find(it => it.page.endsWith(id))
    expect(visit?.text).toContain('12月1日')
    const { items } = await who.officer.call('listVisits', { desk: 't001', limit: 50 })
    const due = items.map(it => it.dueAt)
    expect(due).toEqual(due.toSorted())
  })
})

test('a partner that is sent a second time is not called back', async () => {
  const { who, tap, alertsOf, world } = town
  const id = await dispatched(town)
  await who.worker.call('dispatchReport', { ...tap(id), unitId: 'u-water', words })
  await world.settle()
  expect(await alertsOf('partner', id)).not.toContain('task-recalled')
})

test('in the district nobody is above: whoever is late there is told once, and then once a day', async () => {
  const { file, world } = town
  const id = await file(leak)
  const climb = async () => {
    world.clock.forward(3 * 24 * 60)
    await world.api.chores()
  }
  for (let n = 0; n < 4; n++) await climb()
  const { hears } = await listen(world.outside.db, id, climb, world.settle)
  expect(hears).toEqual({ supervisor: 'task-late-digest' })
})

test('what was not accepted in time is late on the desk before the clock has come by, and after it too', async () => {
  const { file, world, who } = town
  const id = await file(leak)
  const late = async () => {
    const { items } = await who.worker.call('listDesk', { desk: 't001v1g1', show: 'late', limit: 50 })
    return items.find(it => it.id === id)?.late ?? false
  }
  world.clock.forward(30)
  expect(await late()).toBe(false)
  world.clock.forward(1)
  expect(await late()).toBe(true)
  await world.api.chores()
  expect(await late()).toBe(true)
})

test('who has it and has no duty any more is named without the title that he had', async () => {
  const { file, who, tap, stateOf, world } = town
  const id = await file(leak)
  await who.lead.call('acceptReport', tap(id))
  expect((await stateOf(id)).owner).toMatchObject({ name: '赵明', title: '网格长' })
  await endPosts(world.outside.db, 'lead', world.clock.now)
  world.clock.forward(1)
  expect((await stateOf(id)).owner).toMatchObject({ name: '赵明', title: '网格员' })
})
