import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { refusal } from '../support/world.ts'
import { openCast, type Town } from './cast.ts'
import { brokenInvariants } from './invariants.ts'

let town: Town
beforeAll(async () => {
  town = await openCast()
})
beforeEach(() => town.restart())
afterAll(async () => {
  expect(await brokenInvariants(town.world.outside.db)).toEqual([])
  await town.world.close()
})

const visitOf = async (id: string) =>
  (await town.who.officer.call('listVisits', { desk: 't001', limit: 50 })).items.find(it => it.reportId === id)
const words = '电话里问过'

test('every badly rated closing is visited, within a week; the township is not told why', async () => {
  const { file, close } = town
  const id = await file({ words: '水管漏水' })
  await close(id, 'poor')
  const visit = await visitOf(id)
  expect(visit).toMatchObject({ reportId: id, kind: 'water', late: false, dueAt: '2026-12-01T02:00:03.000Z' })
  expect(JSON.stringify(visit)).not.toMatch(/poor|rating/)
})

test('a visit that found it solved is one step, seen by her with its words, by a neighbour without', async () => {
  const { who, tap, file, close, stateOf, alertsOf } = town
  const id = await file({ words: '水管漏水' })
  await who.neighbour.call('joinReport', tap(id))
  await close(id, 'poor')
  const input = { ...tap(id), result: 'solved' as const, words, photoIds: [randomUUID()] }
  const first = await who.officer.call('recordVisit', input)
  expect(await who.officer.call('recordVisit', input)).toEqual(first)
  expect(await refusal(who.officer.call('recordVisit', { ...input, words: '另一句' }))).toBe('id-reused')
  expect((await stateOf(id)).history.at(-1)).toMatchObject({
    event: 'visit',
    result: 'solved',
    words,
    by: '网格办 郑海',
  })
  const near = await stateOf(id, 'neighbour')
  expect(near.history.at(-1)).toMatchObject({ event: 'visit', result: 'solved', words: null, photos: [] })
  expect((await alertsOf('resident', id))[0]).toBe('report-visited')
  expect(await visitOf(id)).toBeUndefined()
  expect(await refusal(who.officer.call('recordVisit', { ...tap(id), result: 'unreachable', words }))).toBe(
    'wrong-state',
  )
})

test('a visit that found it not solved reopens the same matter one level up, on its first promise', async () => {
  const { who, tap, file, close, stateOf, alertsOf } = town
  const id = await file({ words: '水管漏水' })
  const { resolveBy } = await stateOf(id)
  await close(id, 'poor')
  const input = { ...tap(id), result: 'not-solved' as const, words: '到现场看，还在滴' }
  const moved = await who.officer.call('recordVisit', input)
  expect(moved).toMatchObject({ state: 'reopened', level: 'community' })
  expect(await who.officer.call('recordVisit', input)).toEqual(moved)
  const report = await stateOf(id)
  expect(report).toMatchObject({ state: 'reopened', resolveBy, owner: { name: '赵明' } })
  expect(report.history.slice(-2)).toMatchObject([
    { event: 'visit', state: 'closed', result: 'not-solved', by: '网格办 郑海' },
    { event: 'reopen', state: 'reopened', words: '到现场看，还在滴', by: '网格办 郑海' },
  ])
  expect((await alertsOf('lead', id))[0]).toBe('task-reopened')
})

test('two officers with the same visit in hand: one result stands', async () => {
  const { who, tap, file, close, stateOf } = town
  const id = await file({ words: '水管漏水' })
  await close(id, 'poor')
  const tries = (['solved', 'not-solved', 'unreachable'] as const).map(result =>
    who.officer.call('recordVisit', { ...tap(id), result, words }),
  )
  expect((await Promise.allSettled(tries)).filter(it => it.status === 'fulfilled')).toHaveLength(1)
  expect((await stateOf(id)).history.filter(it => it.event === 'visit')).toHaveLength(1)
})

test('what she reopens herself need not be visited any more', async () => {
  const { who, tap, file, close } = town
  const id = await file({ words: '水管漏水' })
  await close(id, 'poor')
  await who.resident.call('reopenReport', tap(id))
  expect(await visitOf(id)).toBeUndefined()
})

test('the list comes page by page, the first to be due first; a week later what is left is late', async () => {
  const { who, file, close, days } = town
  for (let n = 0; n < 3; n++) await close(await file({ words: '水管漏水' }), 'poor')
  const { items, next } = await who.officer.call('listVisits', { desk: 't001', limit: 2 })
  expect(items).toHaveLength(2)
  const more = await who.officer.call('listVisits', { desk: 't001', limit: 2, cursor: next })
  expect([...items, ...more.items].map(it => it.dueAt)).toEqual([...items, ...more.items].map(it => it.dueAt).sort())
  expect(more.items.map(it => it.id)).not.toContain(items[0]?.id)
  await days(8)
  expect((await who.officer.call('listVisits', { desk: 't001', limit: 1 })).items[0]?.late).toBe(true)
})

test('the township hears at once that a closing was drawn, and not why', async () => {
  const { who, file, close, alertsOf } = town
  const id = await file({ words: '水管漏水' })
  await close(id, 'poor')
  const alert = (await who.officer.call('listAlerts', {})).items.find(it => it.page.endsWith(id))
  expect(alert).toMatchObject({ kind: 'task-visit', title: '请回访' })
  expect(alert?.text).toMatch(/柳塘村 1号楼：漏水堵水已销号，请在12月1日.*前问问居民/)
  expect(JSON.stringify(alert)).not.toMatch(/poor|不满意|没解决/)
  expect(await alertsOf('officer-next-town', id)).toEqual([])
  const undrawn = await file({ id: '00000000-0000-4000-8000-0000000000aa' })
  await close(undrawn)
  expect(await visitOf(undrawn)).toBeUndefined()
  expect(await alertsOf('officer', undrawn)).toEqual([])
})

test('a visit that nobody makes in its week: the township is reminded and the district hears of it, once', async () => {
  const { world, who, tap, file, close, days, stateOf, alertsOf } = town
  const [id, made] = [await file({ words: '水管漏水' }), await file({ words: '下水道堵了' })]
  await close(id, 'poor')
  await close(made, 'poor')
  await days(6)
  await who.officer.call('recordVisit', { ...tap(made), result: 'solved', words })
  await world.api.chores()
  expect(await alertsOf('supervisor', id)).toEqual([])
  await days(2)
  await Promise.all([world.api.chores(), world.api.chores()])
  await days(1)
  await world.api.chores()
  expect(await alertsOf('supervisor', id)).toEqual(['task-visit-late'])
  expect((await alertsOf('officer', id)).filter(it => it === 'task-visit-late')).toHaveLength(1)
  expect(await alertsOf('supervisor', made)).toEqual([])
  expect((await stateOf(id, 'officer')).history.filter(it => it.event === 'remind')).toHaveLength(1)
  expect((await stateOf(id)).history.map(it => it.event)).not.toContain('remind')
  await who.officer.call('recordVisit', { ...tap(id), result: 'solved', words })
})

test('of the others a share is visited, drawn by the id: about one in ten', async () => {
  const { world, file, close } = town
  const ids: string[] = []
  for (let n = 0; n < 30; n++) {
    const id = `000000${n.toString(16).padStart(2, '0')}-0000-4000-8000-000000000000`
    ids.push(await file({ id }))
    await close(id)
    await world.outside.db.execute("update photos set created_at = created_at - interval '2 days'")
  }
  const drawn = await Promise.all(ids.map(visitOf))
  expect(drawn.flatMap((it, index) => (it ? [index] : []))).toEqual([9, 21])
})

test('a visit that comes weeks late counts as any other: solved, or opened again, though she herself could not any more', async () => {
  const { who, tap, file, close, days, stateOf } = town
  const [mended, broken] = [await file({ words: '水管漏水' }), await file({ words: '下水道堵了' })]
  await close(mended, 'poor')
  await close(broken, 'poor')
  await days(40)
  expect((await stateOf(broken)).can).not.toContain('reopen')
  expect(await refusal(who.resident.call('reopenReport', tap(broken)))).toBe('too-late')
  expect((await stateOf(broken, 'officer')).can).toContain('visit')
  await who.officer.call('recordVisit', { ...tap(mended), result: 'solved', words })
  const moved = await who.officer.call('recordVisit', { ...tap(broken), result: 'not-solved', words })
  expect(moved).toMatchObject({ state: 'reopened', level: 'community' })
})
