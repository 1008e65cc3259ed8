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

const words = '居民多次反映，请抓紧'

test('the township puts a matter under supervision: owner and promise stay, the deadline comes nearer, all are told', async () => {
  const { who, tap, file, stateOf, alertsOf } = town
  const id = await file({ words: '水管漏水' })
  await who.worker.call('acceptReport', tap(id))
  const { resolveBy, owner } = await stateOf(id)
  const moved = await who.officer.call('superviseReport', { ...tap(id), words })
  const superviseBy = '2026-11-24T03:00:02.000Z'
  expect(moved).toMatchObject({ state: 'accepted', dueAt: superviseBy })
  const hers = await stateOf(id)
  expect(hers).toMatchObject({ resolveBy, owner, superviseBy, superviseLevel: 'township', superviseMissed: false })
  expect(hers.history.at(-1)).toMatchObject({ event: 'supervise', words, by: '网格办 郑海' })
  expect((await alertsOf('worker', id))[0]).toBe('task-supervised')
  expect((await alertsOf('resident', id))[0]).toBe('report-supervised')
  const desk = await who.worker.call('listDesk', { desk: 't001v1g1', show: 'all', limit: 50 })
  expect(desk.items.flatMap(it => (it.supervised ? [it.id] : []))).toEqual([id])
})

test('a supervision that nobody keeps climbs one level, once, and tells the township and the owner', async () => {
  const { world, who, tap, file, stateOf, alertsOf } = town
  const id = await file({ words: '水管漏水' })
  await who.worker.call('acceptReport', tap(id))
  await who.officer.call('superviseReport', { ...tap(id), words })
  world.clock.forward(61)
  await Promise.all([world.api.chores(), world.api.chores()])
  const late = await stateOf(id)
  expect(late).toMatchObject({ level: 'community', late: true, superviseMissed: true, owner: { name: '赵明' } })
  expect(late.history.filter(it => it.event === 'climb')).toHaveLength(1)
  expect((await alertsOf('officer', id)).filter(it => it === 'task-supervise-missed')).toHaveLength(1)
  expect((await alertsOf('worker', id))[0]).toBe('task-supervise-missed')
  expect((await alertsOf('lead', id))[0]).toBe('task-climbed')
  world.clock.forward(31)
  await world.api.chores()
  expect((await alertsOf('officer', id)).filter(it => it === 'task-supervise-missed')).toHaveLength(1)
})

test('a supervision missed while the chores slept is still told, though another deadline struck first', async () => {
  const { world, who, tap, file, stateOf, alertsOf } = town
  const id = await file({ words: '水管漏水' })
  await who.officer.call('superviseReport', { ...tap(id), words, hours: 1 })
  world.clock.forward(65)
  await world.api.chores()
  expect(await stateOf(id)).toMatchObject({ superviseMissed: true, level: 'community' })
  expect(await alertsOf('officer', id)).toContain('task-supervise-missed')
})

test('a second supervision only brings the time forward; after a missed one a new one may begin', async () => {
  const { world, who, tap, file, stateOf } = town
  const id = await file()
  await who.officer.call('superviseReport', { ...tap(id), words })
  expect(await refusal(who.supervisor.call('superviseReport', { ...tap(id), words }))).toBe('supervised')
  await who.supervisor.call('superviseReport', { ...tap(id), words, hours: 2 })
  expect(await stateOf(id)).toMatchObject({ superviseLevel: 'district', superviseBy: '2026-11-24T04:00:03.000Z' })
  world.clock.forward(121)
  await world.api.chores()
  await who.officer.call('superviseReport', { ...tap(id), words })
  expect(await stateOf(id)).toMatchObject({ superviseLevel: 'township', superviseMissed: false })
})

test('handing a supervised matter on does not lose its deadline, and solving it ends the supervision', async () => {
  const { who, tap, file, resolve, stateOf } = town
  const id = await file({ words: '水管漏水' })
  await who.officer.call('superviseReport', { ...tap(id), words, hours: 1 })
  const { superviseBy } = await stateOf(id)
  await who.worker.call('returnReport', { ...tap(id), words: '不归我' })
  await who.lead.call('assignReport', { ...tap(id), gridId: 't001v1g1' })
  expect(await stateOf(id)).toMatchObject({ superviseBy })
  await resolve(id)
  expect(await stateOf(id)).toMatchObject({ state: 'resolved', superviseBy: null, superviseLevel: null })
  expect(await refusal(who.officer.call('superviseReport', { ...tap(id), words }))).toBe('wrong-state')
})

test('a lead cannot supervise, nor the township next door', async () => {
  const { who, tap, file } = town
  const id = await file()
  expect(await refusal(who.lead.call('superviseReport', { ...tap(id), words }))).toBe('not-allowed')
  expect(await refusal(who['officer-next-town'].call('superviseReport', { ...tap(id), words }))).toBe('not-found')
})
