import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, refusal, type Someone, type World } from '../support/world.ts'

/** On both databases: the main path of its room. */

let world: World
let resident: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('wang-xiuying')
})
afterAll(() => world.close())

const leak = (more: object = {}) => ({
  id: randomUUID(),
  words: '三号楼楼道水管漏水，地上都是水',
  photoIds: [],
  buildingId: 't001v1g1b1',
  ...more,
})

test('a leak gets a number, the grid worker of the place, and two deadlines', async () => {
  const receipt = await resident.call('fileReport', leak())
  expect(receipt.number).toMatch(/^261124\d{5}$/)
  expect(receipt).toMatchObject({
    place: '柳塘村 1号楼',
    gridName: '第1网格',
    owner: { title: '网格员', name: '李秀兰' },
    urgency: 'urgent',
    acceptBy: '2026-11-24T02:30:00.000Z',
    resolveBy: '2026-11-24T04:00:00.000Z',
  })
})

test('the same tap sent again gets the same receipt and files nothing new', async () => {
  const input = leak()
  const first = await resident.call('fileReport', input)
  world.clock.forward(3)
  expect(await resident.call('fileReport', input)).toEqual(first)
  const { items } = await resident.call('listMyReports', {})
  expect(items.filter(it => it.id === input.id)).toHaveLength(1)
})

test('the same id with other words is refused, and the first words stay', async () => {
  const input = leak()
  await resident.call('fileReport', input)
  expect(await refusal(resident.call('fileReport', { ...input, words: '路灯不亮' }))).toBe('id-reused')
  expect((await resident.call('getReport', { id: input.id })).words).toBe(input.words)
})

test("somebody else's id looks like no report at all", async () => {
  const input = leak()
  await resident.call('fileReport', input)
  const stranger = await world.someone('zhang-san')
  expect(await refusal(stranger.call('fileReport', input))).toBe('not-found')
})

test('both workers of the grid are alerted in the inbox, and nobody of the next grid', async () => {
  const [worker, mate, next] = await Promise.all(['worker', 'worker-mate', 'worker-next-grid'].map(world.someone))
  const { number, id } = await resident.call('fileReport', leak())
  const inboxOf = async (it: Someone) => (await it.call('listAlerts', {})).items.filter(a => a.page.includes(id))
  for (const it of [worker, mate] as Someone[]) {
    const [alert] = await inboxOf(it)
    expect(alert).toMatchObject({ kind: 'report-new', title: '新任务', page: `reports/pages/handle/index?id=${id}` })
    expect(alert?.text).not.toContain('地上都是水')
  }
  expect(await inboxOf(next as Someone)).toEqual([])
  expect((await inboxOf(resident))[0]?.text).toContain(number)
})

test('the worker with a permit gets a WeChat message, once', async () => {
  const worker = await world.someone('worker')
  const { items } = await worker.call('listPermits', {})
  const { templateId } = items.find(it => it.template === 'task') ?? expect.fail('no template')
  world.wechat.control.subscribe('worker', { [templateId]: 'accept' })
  await worker.call('recordPermits', { id: randomUUID(), results: { [templateId]: 'accept' } })
  await resident.call('fileReport', leak())
  await resident.call('fileReport', leak())
  await world.settle()
  const sent = world.wechat.control.sent().filter(it => JSON.stringify(it).includes('"worker"'))
  expect(sent).toHaveLength(1)
  expect((await worker.call('listPermits', {})).items.find(it => it.template === 'task')?.left).toBe(0)
})

test('a photo alone is enough, and it may still be on its way', async () => {
  const photoId = randomUUID()
  const input = leak({ words: undefined, photoIds: [photoId] })
  await resident.call('fileReport', input)
  expect((await resident.call('getReport', { id: input.id })).before).toMatchObject([{ id: photoId, state: 'awaited' }])
  await resident.upload(photoId)
  const [photo] = (await resident.call('getReport', { id: input.id })).before
  expect(photo).toMatchObject({ state: 'stored' })
  expect((await world.anybody(photo?.thumbUrl ?? '')).headers.get('content-type')).toBe('image/jpeg')
})

test("a neighbour's photo cannot be attached", async () => {
  const neighbour = await world.someone('neighbour')
  const photo = await neighbour.upload()
  expect(await refusal(resident.call('fileReport', leak({ photoIds: [photo.id] })))).toBe('not-found')
})

test('a spot on the map finds its grid and the building beside it', async () => {
  const { place, gridName } = await resident.call(
    'fileReport',
    leak({ buildingId: undefined, point: { lng: 117.2096, lat: 31.502 } }),
  )
  expect({ place, gridName }).toEqual({ place: '柳塘村 1号楼', gridName: '第2网格' })
})

test.each([
  ['nothing said and no photo', { words: undefined }, 'words-or-photo'],
  ['words of blanks', { words: ' \n ' }, 'bad-input'],
  ['an unknown building', { buildingId: 't001v9g9b9' }, 'place-unknown'],
  ['a grid in place of a building is a place too, but a village is not', { buildingId: 't001v1' }, 'place-unknown'],
  ['no place', { buildingId: undefined }, 'place-unknown'],
  ['a spot far away', { buildingId: undefined, point: { lng: 100, lat: 30 } }, 'place-outside'],
  ['a spot on the moon', { buildingId: undefined, point: { lng: 500, lat: 30 } }, 'bad-input'],
  ['ten photos', { photoIds: Array.from({ length: 10 }, () => randomUUID()) }, 'bad-input'],
  ['an id that is none', { id: 'one' }, 'bad-input'],
])('%s is refused and files nothing', async (_, more, code) => {
  const before = await world.outside.db.execute('select count(*) from reports')
  expect(await refusal(resident.call('fileReport', leak(more) as never))).toBe(code)
  expect(await world.outside.db.execute('select count(*) from reports')).toEqual(before)
})
