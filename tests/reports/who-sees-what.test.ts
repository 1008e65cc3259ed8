import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../support/world.ts'
import { openCast, type Town } from './cast.ts'

/** What each relation finds in a report: by hand, from what the town was promised. */
let town: Town
let id: string
const story = '一楼的灯坏了，我姓王'
const atTheDoor = '三单元王家门口'
const asked = '问问几点在家'
const forStaff = '先找电工'

beforeAll(async () => {
  town = await openCast()
  const { world, who, tap } = town
  await who.resident.call('bindPhone', { code: world.wechat.control.registerPhoneCode('resident', '13800138000') })
  const photo = await who.resident.upload()
  id = randomUUID()
  const point = { lng: 117.2055, lat: 31.5021 }
  await who.resident.call('fileReport', {
    ...{ id, words: story, placeWords: atTheDoor, buildingId: 't001v1g1b1', point, photoIds: [photo.id] },
  })
  await who.neighbour.call('joinReport', tap(id))
  await who.worker.call('acceptReport', tap(id))
  await who.resident.call('noteReport', { ...tap(id), words: '晚上七点后在' })
  await who.lead.call('noteReport', { ...tap(id), words: forStaff, staffOnly: true })
  await who.worker.call('revealReporter', { ...tap(id), reason: asked })
  await who.worker.call('dispatchReport', { ...tap(id), unitId: 'u-water' })
})
afterAll(() => town.world.close())

const secrets = [story, atTheDoor, asked, forStaff, '117.2055', '31.5021', '13800138000', '晚上七点']

const seen = (name: keyof Town['who']) => town.stateOf(id, name)
/** Keys under which there is nothing for this reader. */
const empty = (view: object) =>
  Object.entries(view)
    .filter(([, value]) => value === null || (Array.isArray(value) && value.length === 0))
    .map(([key]) => key)
    .sort()

const keys = [
  ...[
    'after',
    'asksStill',
    'at',
    'before',
    'callPhone',
    'can',
    'daysUnknown',
    'dueAt',
    'gridName',
    'hand',
    'history',
    'id',
    'joiners',
  ],
  ...['kind', 'late', 'level', 'looks', 'mine', 'number', 'owner', 'place', 'point', 'recurred', 'recurs', 'reporter'],
  ...[
    'resolveBy',
    'ruling',
    'source',
    'state',
    'superviseBy',
    'superviseLevel',
    'superviseMissed',
    'unitName',
    'urgency',
  ],
  ...['urgencyRule', 'withdrawUntil', 'words'],
]
const nobodyHasYet = ['after', 'callPhone', 'hand', 'recurred', 'recurs', 'ruling', 'superviseBy', 'superviseLevel']

test.each([
  ['resident', [...nobodyHasYet, 'withdrawUntil']],
  ['neighbour', [...nobodyHasYet, 'before', 'looks', 'point', 'withdrawUntil', 'words']],
  ...(['worker', 'worker-mate', 'lead', 'officer', 'supervisor', 'partner'] as const).map(
    name => [name, [...nobodyHasYet, 'withdrawUntil']] as const,
  ),
] as const)('%s finds the same keys as everybody, and nothing under these', async (name, nothing) => {
  const view = await seen(name)
  expect(Object.keys(view).sort()).toEqual(keys)
  expect(empty(view)).toEqual([...nothing].sort())
})

test.each(['worker-next-grid', 'officer-next-town'] as const)('%s learns nothing of it', async name => {
  expect(await refusal(seen(name))).toBe('not-found')
})

test('a neighbour who joined never gets the exact spot, her words, her name, or who looked', async () => {
  const view = await seen('neighbour')
  expect(view).toMatchObject({ place: '柳塘村 1号楼', reporter: '居民', mine: false })
  const text = JSON.stringify(view)
  for (const hidden of secrets) expect(text).not.toContain(hidden)
  expect(view.before).toEqual([])
  const unseen = view.history.filter(it => it.words !== null || it.photos.length > 0)
  expect(unseen.map(it => it.event)).toEqual([])
  expect(view.history.map(it => it.event)).toEqual(['file', 'join', 'accept', 'note', 'dispatch'])
})

const nearKeys = ['at', 'id', 'joined', 'kind', 'meters', 'place', 'state']
const cardKeys = [
  ...['at', 'coverUrl', 'dueAt', 'id', 'kind', 'late', 'level', 'number', 'place', 'state', 'supervised', 'urgency'],
  'words',
]

test('wherever else he meets it, a neighbour finds what, about where and how far, and nothing that is hers', async () => {
  const { who, tap } = town
  const near = await who['worker-next-grid'].call('listNearby', { buildingId: 't001v1g1b1' })
  const joined = await who['officer-next-town'].call('joinReport', tap(id))
  const own = await who.neighbour.call('listMyReports', {})
  const told = await who.neighbour.call('listAlerts', {})
  expect(Object.keys(near.items[0] ?? {}).sort()).toEqual(nearKeys)
  expect(Object.keys(joined).sort()).toEqual(['at', 'dueAt', 'id', 'level', 'seq', 'state'])
  expect(own.items.map(it => [Object.keys(it).sort(), it.place, it.coverUrl, it.words])).toEqual([
    [cardKeys, '柳塘村 1号楼', null, null],
  ])
  expect(told.items.map(it => Object.keys(it).sort())).toEqual(
    told.items.map(() => ['at', 'id', 'kind', 'page', 'readAt', 'text', 'title', 'urgent']),
  )
  for (const hidden of secrets) expect(JSON.stringify([near, joined, own, told])).not.toContain(hidden)
})

test.each([
  ['in a house', { lng: 117.20561, lat: 31.50204 }],
  ['in a field', { lng: 117.20411, lat: 31.50383 }],
])('from wherever a neighbour asks how far away it is, the very spot %s is not to be found', async (_, point) => {
  const { who, file } = town
  const beside = { lng: point.lng + 0.00004, lat: point.lat + 0.00004 }
  const ids = [await file({ point, buildingId: undefined }), await file({ point: beside, buildingId: undefined })]
  for (const [east, north] of [
    [0, 0.0004],
    [0.0004, 0],
    [-0.0003, -0.0003],
  ] as const) {
    const here = { lng: point.lng + east, lat: point.lat + north }
    const { items } = await who.neighbour.call('listNearby', here)
    const far = ids.map(it => items.find(one => one.id === it)?.meters)
    expect(far[0]).toBeTypeOf('number')
    expect(far[0]).toBe(far[1])
  }
})

test('what is the staff’s, or hers to decide, he is refused', async () => {
  const { who, tap } = town
  const { neighbour } = who
  const tries = [
    neighbour.call('listReportAlerts', { id }),
    neighbour.call('getPublication', { id }),
    neighbour.call('revealReporter', { ...tap(id), reason: '想问问她' }),
    neighbour.call('withdrawReport', tap(id)),
    neighbour.call('listDesk', { desk: 't001v1g1' }),
  ]
  expect(await Promise.all(tries.map(refusal))).toEqual(tries.map(() => 'not-allowed'))
})

test('the reporter sees her own words and who looked, and no word that the staff keep to themselves', async () => {
  const view = await seen('resident')
  expect(view).toMatchObject({ words: story, reporter: '我', mine: true, point: { lng: 117.2055, lat: 31.5021 } })
  expect(view.place).toContain(atTheDoor)
  expect(view.looks).toMatchObject([{ by: '网格员 李秀兰', reason: asked }])
  expect(JSON.stringify(view)).not.toContain(forStaff)
})

test.each(['worker', 'worker-mate', 'lead', 'officer', 'supervisor', 'partner'] as const)(
  '%s reads her words and the staff’s, but neither her name nor her number',
  async name => {
    const view = await seen(name)
    expect(view).toMatchObject({ words: story, mine: false, point: { lng: 117.2055, lat: 31.5021 } })
    expect(view.reporter).not.toBe('我')
    expect(view.history.map(it => it.words)).toContain(forStaff)
    expect(JSON.stringify(view)).not.toContain('13800138000')
  },
)

test('each finds what he can do', async () => {
  const can = async (name: keyof Town['who']) => (await seen(name)).can
  expect(await can('resident')).toEqual(['see', 'note'])
  expect(await can('neighbour')).toEqual(['see', 'note'])
  expect(await can('partner')).toEqual(['see', 'seeStaffNotes', 'join', 'note', 'finish'])
  expect(await can('worker')).toEqual([
    ...['see', 'seeStaffNotes', 'join', 'note', 'return', 'dispatch', 'resolve', 'reveal'],
  ])
  expect(await can('worker-mate')).toEqual([
    ...['see', 'seeStaffNotes', 'join', 'note', 'return', 'dispatch', 'resolve'],
  ])
  expect(await can('lead')).toEqual(['see', 'seeStaffNotes', 'join', 'note', 'assign', 'dispatch', 'resolve'])
  expect(await can('officer')).toEqual([
    'see',
    'seeStaffNotes',
    'join',
    'note',
    'assign',
    'dispatch',
    'resolve',
    'supervise',
  ])
})
