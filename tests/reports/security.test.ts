import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, refusal, type Someone, tap, type World } from '../support/world.ts'

/** Two townships on one service, and neighbours on one staircase: what each of them never gets to see. */
let world: World
const who: Record<string, Someone> = {}
const secret = { words: '王大爷家漏水，电话 13812345678', placeWords: '三单元 301 王大爷家门口' }
let here: string
let there: string

beforeAll(async () => {
  world = await openWorld()
  for (const openid of [
    ...['resident', 'joiner', 'stranger', 'worker', 'worker-next-town', 'officer', 'officer-next-town', 'supervisor'],
    ...['partner', 'lead'],
  ])
    who[openid] = await world.someone(openid)
  here = await file('resident', 't001v1g1b1')
  there = await file('stranger', 't002v1g1b1')
  await of('worker').call('acceptReport', tap(here))
  await of('joiner').call('joinReport', tap(here))
})
afterAll(() => world.close())

const of = (openid: string) => who[openid] as Someone
const file = async (openid: string, buildingId: string) => {
  const { id: photo } = await of(openid).upload()
  const report = { id: randomUUID(), ...secret, photoIds: [photo], buildingId }
  return (await of(openid).call('fileReport', report)).id
}
const idsOn = async (openid: string, desk: string) => {
  const lists = ['open', 'waiting', 'working', 'late', 'all'] as const
  const pages = await Promise.all(lists.map(show => of(openid).call('listDesk', { desk, show })))
  return new Set(pages.flatMap(page => page.items.map(it => it.id)))
}

describe('the township next door', () => {
  test('sees on its desks only its own matters, and counts only them', async () => {
    expect(await idsOn('officer', 't001')).toEqual(new Set([here]))
    expect(await idsOn('officer-next-town', 't002')).toEqual(new Set([there]))
    expect(await idsOn('worker-next-town', 't002v1g1')).toEqual(new Set([there]))
    expect(await idsOn('supervisor', 'd001')).toEqual(new Set([here, there]))
    expect(await of('officer').call('countDesk', { desk: 't001' })).toEqual({ waiting: 0, working: 1, late: 0 })
    expect(await of('officer-next-town').call('countDesk', { desk: 't002' })).toEqual({
      waiting: 1,
      working: 0,
      late: 0,
    })
  })

  test('cannot open, touch or look up what is not its own, by its id or by a desk of somebody else', async () => {
    for (const [openid, id, desk] of [
      ['officer-next-town', here, 't001'],
      ['worker-next-town', here, 't001v1g1'],
      ['officer', there, 't002'],
      ['partner', there, 'u-water-2'],
    ] as const) {
      expect(await refusal(of(openid).call('getReport', { id }))).toBe('not-found')
      expect(await refusal(of(openid).call('noteReport', { ...tap(id), words: '看看' }))).toBe('not-found')
      expect(await refusal(of(openid).call('revealReporter', { ...tap(id), reason: '看看' }))).toBe('not-found')
      expect(await refusal(of(openid).call('listDesk', { desk }))).toBe('not-allowed')
      expect(await refusal(of(openid).call('countDesk', { desk }))).toBe('not-allowed')
    }
  })

  test('lends no partner units and takes no work', async () => {
    const units = async (openid: string) => (await of(openid).call('listUnits', {})).items.map(it => it.id)
    expect((await units('officer')).sort()).toEqual(['u-estate', 'u-water'])
    expect(await units('officer-next-town')).toEqual(['u-water-2'])
    expect(await units('resident')).toEqual([])
    const dispatch = of('worker').call('dispatchReport', { ...tap(here), unitId: 'u-water-2' })
    expect(await refusal(dispatch)).toBe('place-unknown')
    const assign = (openid: string, gridId: string) =>
      refusal(of(openid).call('assignReport', { ...tap(here), gridId }))
    expect(await assign('officer', 't002v1g1')).toBe('place-unknown')
    expect(await assign('supervisor', 't002v1g1')).toBe('place-unknown')
    expect(await assign('lead', 't001v2g1')).toBe('not-allowed')
  })

  test('is not alerted of what happens here', async () => {
    for (const openid of ['officer-next-town', 'worker-next-town'])
      expect(JSON.stringify(await of(openid).call('listAlerts', {}))).not.toContain(here)
  })
})

describe('a neighbour', () => {
  const never = /王大爷|13812345678|三单元| 301 |reporter|words|photo|url/

  test('who looks around sees kind, place and state of an open matter, and nothing else', async () => {
    const { items } = await of('stranger').call('listNearby', { buildingId: 't001v1g1b1' })
    expect(items).toHaveLength(1)
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(['at', 'id', 'joined', 'kind', 'meters', 'place', 'state'])
    expect(items[0]).toMatchObject({ id: here, kind: 'water', place: '柳塘村 1号楼', state: 'accepted' })
    expect(JSON.stringify(items)).not.toMatch(never)
    expect((await of('stranger').call('listNearby', { lng: 117.2056, lat: 31.502 })).items).toEqual(items)
    expect((await of('stranger').call('listNearby', { buildingId: 't001v1g2b1' })).items).toEqual([])
  })

  test('who has joined follows its course without words, photos, name, spot or what was typed of the place', async () => {
    await of('resident').call('noteReport', { ...tap(here), words: '王大爷说又漏了 13812345678', photoIds: [] })
    await of('resident')
      .upload()
      .then(({ id }) => of('resident').call('noteReport', { ...tap(here), photoIds: [id] }))
    const report = await of('joiner').call('getReport', { id: here })
    expect(report).toMatchObject({ words: null, point: null, before: [], looks: [], mine: false, reporter: '居民' })
    expect(report.place).toBe('柳塘村 1号楼')
    expect(report.history.flatMap(step => step.photos)).toEqual([])
    expect(JSON.stringify(report)).not.toMatch(/王大爷|13812345678|三单元| 301 /)
    const { items } = await of('joiner').call('listMyReports', {})
    expect(items).toMatchObject([{ id: here, coverUrl: null, place: '柳塘村 1号楼' }])
    expect(JSON.stringify(await of('joiner').call('listAlerts', {}))).not.toMatch(/王大爷|13812345678|三单元| 301 /)
  })

  test('does not learn the surname of the one who filed it', async () => {
    const chief = await world.someone('chief')
    const { id } = await chief.call('fileReport', { id: randomUUID(), words: '灯不亮', buildingId: 't001v1g2b1' })
    await of('joiner').call('joinReport', tap(id))
    expect((await of('joiner').call('getReport', { id })).reporter).toBe('居民')
    expect((await of('officer').call('getReport', { id })).reporter).toBe('施**')
  })

  test('who has not joined does not find it by its id', async () => {
    expect(await refusal(of('stranger').call('getReport', { id: here }))).toBe('not-found')
    const unknown = await of('stranger').fetch(`/api/reports/${randomUUID()}`)
    const hidden = await of('stranger').fetch(`/api/reports/${here}`)
    const body = async (it: Response) => ({ ...((await it.json()) as object), instance: '' })
    expect(await body(hidden)).toEqual(await body(unknown))
  })
})

describe('staff among themselves', () => {
  test('a staff note reaches no resident: not in the history, not as an alert, not as a number', async () => {
    const before = (await of('resident').call('countUnread', {})).unread
    await of('worker').call('noteReport', { ...tap(here), words: '住户情绪激动，注意方式', staffOnly: true })
    const seen = async (openid: string) => JSON.stringify(await of(openid).call('getReport', { id: here }))
    expect(await seen('worker')).toContain('情绪激动')
    expect(await seen('lead')).toContain('情绪激动')
    for (const openid of ['resident', 'joiner']) expect(await seen(openid)).not.toMatch(/情绪激动|"staffOnly":true/)
    expect((await of('resident').call('countUnread', {})).unread).toBe(before)
    const claim = of('resident').call('noteReport', { ...tap(here), words: '偷偷说', staffOnly: true })
    expect(await refusal(claim)).toBe('not-allowed')
  })

  test('the rating and its words reach nobody who was rated', async () => {
    const { id: photo } = await of('worker').upload()
    await of('worker').call('resolveReport', { ...tap(here), words: '已修好', photoIds: [photo] })
    await of('resident').call('confirmReport', { ...tap(here), rating: 'poor', words: '态度很差的秘密评语' })
    for (const openid of ['worker', 'lead', 'officer', 'supervisor', 'joiner', 'resident']) {
      const read = [await of(openid).call('getReport', { id: here }), await of(openid).call('listAlerts', {})]
      expect(JSON.stringify(read)).not.toMatch(/poor|秘密评语|rating/)
    }
    expect(JSON.stringify(await of('officer').call('listDesk', { desk: 't001', show: 'all' }))).not.toMatch(
      /poor|rating/,
    )
  })
})
