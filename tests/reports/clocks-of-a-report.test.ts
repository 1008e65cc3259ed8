import { expect, test } from 'vitest'
import { refusal } from '../support/world.ts'
import { file, newest, of, openStories, stateOf, tap, world } from './stories.ts'

openStories()

test('a missed acceptance climbs level by level, and both levels are told', async () => {
  const id = await file({ words: '水管漏水' })
  const climbed: string[] = []
  for (const owner of ['lead', 'officer', 'supervisor']) {
    world.clock.forward(31)
    await world.api.chores()
    const report = await stateOf(id)
    climbed.push(`${report.level} ${report.owner.name} ${report.late}`)
    expect(await newest(owner, id)).toMatchObject({ kind: 'task-climbed' })
  }
  expect(climbed).toEqual(['community 赵明 true', 'township 郑海 true', 'district 冯静 true'])
  expect((await newest('worker', id))?.kind).toBe('task-overdue')
  expect((await stateOf(id)).history.map(it => it.event)).toEqual(['file', 'climb', 'climb', 'climb'])
})

test('at the top a matter stays with its owner and goes on being called late', async () => {
  const id = await file({ words: '水管漏水' })
  for (let i = 0; i < 6; i++) {
    world.clock.forward(31)
    await world.api.chores()
  }
  const report = await stateOf(id)
  expect(report).toMatchObject({ level: 'district', late: true, owner: { name: '冯静' } })
  expect(new Date(report.dueAt ?? 0).getTime()).toBeGreaterThan(world.clock.now.getTime())
})

test('at the top it is said once, and then once a day for all that is late together', async () => {
  const ids = [await file({ words: '水管漏水' }), await file({ words: '燃气味很重' })]
  for (let i = 0; i < 4; i++) {
    world.clock.forward(31)
    await world.api.chores()
  }
  for (const id of ids) expect((await stateOf(id)).level).toBe('district')
  for (let i = 0; i < 48; i++) {
    world.clock.forward(60)
    await world.api.chores()
  }
  const { items } = await of('supervisor').call('listAlerts', { limit: 50 })
  for (const id of ids) expect(items.filter(it => it.kind === 'task-climbed' && it.page.includes(id))).toHaveLength(1)
  const digests = items.filter(it => it.kind === 'task-late-digest')
  const days = digests.map(it => it.at.slice(0, 10))
  expect(digests.length).toBeGreaterThanOrEqual(2)
  expect(digests.length).toBeLessThanOrEqual(3)
  expect(new Set(days).size).toBe(days.length)
  expect((await stateOf(ids[0] ?? '')).history.length).toBeLessThan(9)
})

test('the clock climbs once, however often the chores run', async () => {
  const id = await file({ words: '水管漏水' })
  world.clock.forward(31)
  await Promise.all([world.api.chores(), world.api.chores(), world.api.chores()])
  expect((await stateOf(id)).history.filter(it => it.event === 'climb')).toHaveLength(1)
})

test('a return goes one level up, does not stop the clock, and is seen by the resident', async () => {
  const id = await file({ words: '水管漏水' })
  const { dueAt } = await stateOf(id)
  world.clock.forward(20)
  await of('worker').call('returnReport', { ...tap(id), words: '这栋楼不归我们网格' })
  const report = await stateOf(id)
  expect(report).toMatchObject({ state: 'returned', level: 'community', dueAt, owner: { name: '赵明' } })
  expect(report.history.at(-1)).toMatchObject({ event: 'return', words: '这栋楼不归我们网格', by: '网格员 李秀兰' })
  expect(await newest('resident', id)).toMatchObject({ kind: 'report-returned' })
})

test('a report can be taken back for ten minutes, not longer', async () => {
  const [early, late] = [await file(), await file()]
  world.clock.forward(9)
  await of('resident').call('withdrawReport', tap(early))
  expect((await stateOf(early)).state).toBe('withdrawn')
  world.clock.forward(2)
  expect(await refusal(of('resident').call('withdrawReport', tap(late)))).toBe('too-late')
})

test('a resolved matter that nobody answers closes by itself after a week, and can still be reopened', async () => {
  const id = await file()
  await of('worker').call('acceptReport', tap(id))
  const photo = await of('worker').upload()
  await of('worker').call('resolveReport', { ...tap(id), words: '好了', photoIds: [photo.id] })
  world.clock.forward(7 * 24 * 60 + 1)
  await world.api.chores()
  expect((await stateOf(id)).state).toBe('closed')
  await of('resident').call('reopenReport', tap(id))
  expect((await stateOf(id)).state).toBe('reopened')
})

test('on a weekend the clock of an ordinary matter waits, that of an urgent one does not', async () => {
  world.clock.now = new Date('2026-11-28T02:00:00.000Z') // Saturday, 10:00 in Shanghai
  const [lamp, leak] = [await file({ words: '楼道堆了杂物' }), await file({ words: '水管漏水' })]
  expect(await stateOf(lamp)).toMatchObject({
    dueAt: '2026-11-30T00:30:00.000Z',
    resolveBy: '2026-11-30T16:00:00.000Z',
  })
  expect(await stateOf(leak)).toMatchObject({
    dueAt: '2026-11-28T02:30:00.000Z',
    resolveBy: '2026-11-28T04:00:00.000Z',
  })
})
