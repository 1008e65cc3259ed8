import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { refusal } from '../support/world.ts'
import { file, newest, of, openStories, stateOf, tap, world } from './stories.ts'

/** On both databases: the main path of its room. */

openStories()

test('from the leak to the rating: accept, start, dispatch, finish, resolve, confirm', async () => {
  const id = await file({ words: '水管漏水' })
  await of('worker').call('acceptReport', tap(id))
  expect(await newest('resident', id)).toMatchObject({
    kind: 'report-accepted',
    text: '网格员 李秀兰已接手您上报的事（漏水堵水）',
  })
  await of('worker').call('startReport', tap(id))
  await of('worker').call('dispatchReport', { ...tap(id), unitId: 'u-water' })
  expect(await newest('partner', id)).toMatchObject({ kind: 'task-dispatched' })
  await of('partner').call('finishReport', { ...tap(id), words: '阀门换好了', photoIds: [] })
  expect(await newest('worker', id)).toMatchObject({ kind: 'task-finished' })
  const after = await of('worker').upload()
  await of('worker').call('resolveReport', { ...tap(id), words: '水管已修好，地面已擦干', photoIds: [after.id] })
  await of('resident').call('confirmReport', { ...tap(id), rating: 'good' })
  const report = await stateOf(id)
  expect(report).toMatchObject({ state: 'closed', dueAt: null, unitName: '自来水公司' })
  expect(report.after.map(it => it.id)).toEqual([after.id])
  expect(report.history.map(it => [it.seq, it.event, it.by])).toEqual([
    [0, 'file', '居民'],
    [1, 'accept', '网格员 李秀兰'],
    [2, 'start', '网格员 李秀兰'],
    [3, 'dispatch', '网格员 李秀兰'],
    [4, 'finish', '联动单位'],
    [5, 'resolve', '网格员 李秀兰'],
    [6, 'confirm', '居民'],
  ])
})

test('the first worker to accept owns the matter, the second is told that it moved on, and may still go there', async () => {
  const id = await file()
  await of('worker-mate').call('acceptReport', tap(id))
  expect(await refusal(of('worker').call('acceptReport', tap(id)))).toBe('wrong-state')
  await of('worker').call('startReport', tap(id))
  expect(await stateOf(id)).toMatchObject({ owner: { name: '陈建国' }, hand: { name: '李秀兰' } })
})

test("a stranger cannot accept another grid's report, nor learn that it exists", async () => {
  const id = await file()
  expect(await refusal(of('worker-next-grid').call('acceptReport', tap(id)))).toBe('not-found')
  expect(await refusal(of('neighbour').call('getReport', { id }))).toBe('not-found')
})

test('an unsolved matter reopens one level up, on its original promise', async () => {
  const id = await file({ words: '水管漏水' })
  const { resolveBy } = await stateOf(id)
  await of('worker').call('acceptReport', tap(id))
  const photo = await of('worker').upload()
  await of('worker').call('resolveReport', { ...tap(id), words: '好了', photoIds: [photo.id] })
  world.clock.forward(60)
  const moved = await of('resident').call('reopenReport', { ...tap(id), words: '还在漏' })
  expect(moved).toMatchObject({ state: 'reopened', level: 'community' })
  const report = await stateOf(id)
  expect(report).toMatchObject({ resolveBy, owner: { title: '网格长', name: '赵明' } })
  expect(report.history.at(-1)).toMatchObject({ event: 'reopen', words: '还在漏' })
  expect(await newest('lead', id)).toMatchObject({ kind: 'task-reopened' })
})

test('the third return is refused: somebody must decide', async () => {
  const id = await file()
  await of('worker').call('returnReport', { ...tap(id), words: '不归我' })
  await of('lead').call('returnReport', { ...tap(id), words: '不归村里' })
  expect(await refusal(of('officer').call('returnReport', { ...tap(id), words: '不归镇里' }))).toBe('return-refused')
  await of('officer').call('assignReport', { ...tap(id), gridId: 't001v1g2', words: '楼在第2网格' })
  expect(await stateOf(id)).toMatchObject({ state: 'filed', gridName: '第2网格', owner: { name: '吴桂英' } })
})

test('nobody assigns into another township', async () => {
  const id = await file()
  expect(await refusal(of('officer').call('assignReport', { ...tap(id), gridId: 't002v1g1' }))).toBe('place-unknown')
})

test('without an after-photo nothing is resolved, nor with one that has not arrived', async () => {
  const id = await file()
  await of('worker').call('acceptReport', tap(id))
  expect(await refusal(of('worker').call('resolveReport', { ...tap(id), words: '好了', photoIds: [] }))).toBe(
    'photo-needed',
  )
  const still = { ...tap(id), words: '好了', photoIds: [randomUUID()] }
  expect(await refusal(of('worker').call('resolveReport', still))).toBe('photo-not-ready')
  expect((await stateOf(id)).state).toBe('accepted')
})

test('inside a home nobody has to take a picture: the resident reads why there is none, and where there is one the reason is gone', async () => {
  const id = await file()
  await of('worker').call('acceptReport', tap(id))
  const shut = { ...tap(id), words: '阀门换好了', unseen: 'inside' as const }
  expect((await of('worker').call('resolveReport', shut)).state).toBe('resolved')
  expect((await of('worker').call('resolveReport', shut)).state).toBe('resolved')
  expect((await stateOf(id)).history.at(-1)).toMatchObject({ event: 'resolve', unseen: 'inside', photos: [] })
  await of('resident').call('reopenReport', tap(id))
  await of('lead').call('acceptReport', tap(id))
  const photo = await of('lead').upload()
  await of('lead').call('resolveReport', { ...tap(id), words: '又换了', photoIds: [photo.id], unseen: 'nothing' })
  expect((await stateOf(id)).history.at(-1)).toMatchObject({ event: 'resolve', unseen: null })
})

test('the same tap twice moves once and answers alike; another body with its id is refused', async () => {
  const id = await file()
  const input = tap(id)
  const [first, second] = await Promise.all([1, 2].map(() => of('worker').call('acceptReport', input)))
  expect(second).toEqual(first)
  const note = { ...tap(id), words: '明天上午去', photoIds: [], staffOnly: false }
  await of('worker').call('noteReport', note)
  expect(await refusal(of('worker').call('noteReport', { ...note, words: '后天去' }))).toBe('id-reused')
  expect((await stateOf(id)).history.filter(it => it.event === 'accept')).toHaveLength(1)
})

test('a neighbour joins instead of filing again, and hears of each step, but reads no words of the reporter', async () => {
  const id = await file({ words: '一楼的灯坏了，我姓王' })
  const { items } = await of('neighbour').call('listNearby', { buildingId: 't001v1g1b2' })
  const near = items.find(it => it.id === id)
  expect(Object.keys(near ?? {}).sort()).toEqual(['at', 'id', 'joined', 'kind', 'meters', 'place', 'state'])
  await of('neighbour').call('joinReport', tap(id))
  await of('worker').call('acceptReport', tap(id))
  expect((await of('neighbour').call('listAlerts', {})).items[0]).toMatchObject({ kind: 'report-accepted' })
  const seen = JSON.stringify(await of('neighbour').call('getReport', { id }))
  expect(seen).not.toContain('我姓王')
  expect(await refusal(of('resident').call('joinReport', tap(id)))).toBe('own-report')
})
