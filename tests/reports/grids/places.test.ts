import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import type { Fault } from '@huiyin/dev/wechat/faults.ts'
import { expectProblem } from '@huiyin/tests/support/clear-problem.ts'
import { impatiently } from '@huiyin/tests/support/impatient.ts'
import { openWorld, refusal, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** On both databases: the main path of its room. */

let world: World
let resident: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
})
afterAll(() => world.close())

const namesUnder = async (parent?: string) => (await resident.call('listAreas', { parent })).items.map(it => it.name)
const retire = (id: string, retired: boolean) =>
  rowsOf(world.outside.db, sql`update areas set retired = ${retired}::boolean where id = ${id}`)
const file = (more: object) => resident.call('fileReport', { id: randomUUID(), words: '路灯不亮', ...more })

test('a place is chosen step by step, from the district down to the building', async () => {
  expect(await namesUnder()).toEqual(['云溪区'])
  expect(await namesUnder('d001')).toEqual(['青禾镇', '白鹭镇'].sort())
  expect(await namesUnder('t001')).toEqual(['柳塘村', '石桥村'])
  expect(await namesUnder('t001v1')).toEqual(['第1网格', '第2网格'])
  expect(await namesUnder('t001v1g1')).toEqual(['1号楼', '2号楼', '3号楼'])
  expect(await namesUnder('t001v1g1b1')).toEqual([])
  expect(await namesUnder('t009')).toEqual([])
})

test('the code on a house plate says the place as people say it', async () => {
  expect(await resident.call('getPlace', { code: 't001v1g1b1' })).toEqual({
    buildingId: 't001v1g1b1',
    gridId: 't001v1g1',
    gridName: '第1网格',
    communityId: 't001v1',
    communityName: '柳塘村',
    label: '柳塘村 1号楼',
  })
  expect(await resident.call('getPlace', { code: 't001v1g1' })).toMatchObject({
    buildingId: null,
    label: '柳塘村 第1网格',
  })
})

test('a place that is unknown, retired, or too large to live in is refused', async () => {
  for (const code of ['t001v9', 't001v1', 't001', 'd001', 'T001V1G1B1'])
    expect(await refusal(resident.call('getPlace', { code }))).toBe('place-unknown')
  await retire('t001v1g1b3', true)
  expect(await refusal(resident.call('getPlace', { code: 't001v1g1b3' }))).toBe('place-unknown')
  expect(await refusal(file({ buildingId: 't001v1g1b3' }))).toBe('place-unknown')
  expect(await namesUnder('t001v1g1')).toEqual(['1号楼', '2号楼'])
  await retire('t001v1g1b3', false)
})

describe('a spot on the map', () => {
  test.each([
    ['inside a grid, beside a building', { lng: 117.2056, lat: 31.502 }, 't001v1g1', 't001v1g1b1'],
    ['on the line between two grids', { lng: 117.208, lat: 31.502 }, undefined, undefined],
    ['inside a grid, far from every building', { lng: 117.2078, lat: 31.5038 }, 't001v1g1', null],
    ['a little outside of every grid', { lng: 117.203, lat: 31.502 }, 't001v1g1', null],
    ['in the next township', { lng: 117.2056, lat: 31.402 }, 't002v1g1', 't002v1g1b1'],
  ])('%s belongs to one grid', async (_, point, gridId, buildingId) => {
    const place = await resident.call('locatePlace', point)
    if (gridId) expect(place.gridId).toBe(gridId)
    if (buildingId !== undefined) expect(place.buildingId).toBe(buildingId)
    expect(await resident.call('locatePlace', point)).toEqual(place)
    const filed = await file({ point })
    expect(filed.gridName).toBe(place.gridName)
  })

  test('belongs to no grid and no building that has been retired', async () => {
    const point = { lng: 117.2056, lat: 31.502 }
    await retire('t001v1g1b1', true)
    const { buildingId, gridId } = await resident.call('locatePlace', point)
    expect(gridId).toBe('t001v1g1')
    expect(buildingId).not.toBe('t001v1g1b1')
    await retire('t001v1g1', true)
    expect((await resident.call('locatePlace', point)).gridId).not.toBe('t001v1g1')
    for (const id of ['t001v1g1b1', 't001v1g1']) await retire(id, false)
  })

  test('ten kilometres away is outside of the town', async () => {
    expect(await refusal(resident.call('locatePlace', { lng: 117.3, lat: 31.5 }))).toBe('place-outside')
    expect(await refusal(file({ point: { lng: 117.3, lat: 31.5 } }))).toBe('place-outside')
  })

  test('is kept as the phone gave it and as maps of the world have it', async () => {
    const id = randomUUID()
    const point = { lng: 117.2056, lat: 31.502 }
    await resident.call('fileReport', { id, words: '路灯不亮', point })
    const [row] = await rowsOf<{ given: number[]; world: number[] }>(
      world.outside.db,
      sql`select json_build_array(spot_gcj02[0], spot_gcj02[1]) as given, json_build_array(spot_wgs84[0], spot_wgs84[1]) as world
        from reports where id = ${id}::uuid`,
    )
    expect(row?.given).toEqual([point.lng, point.lat])
    const [east = 0, north = 0] = row?.world ?? []
    const shift = Math.hypot((point.lng - east) * 95_000, (point.lat - north) * 111_000)
    expect(shift).toBeGreaterThan(100)
    expect(shift).toBeLessThan(1000)
  })
})

test('a place without anybody who answers for it takes no report instead of losing it', async () => {
  await rowsOf(
    world.outside.db,
    sql`insert into areas (id, level, name, parent_id, path) values
      ('d009', 'district', '无人区', null, '/d009/'), ('t009', 'township', '无人镇', 'd009', '/d009/t009/'),
      ('t009v1', 'community', '无人村', 't009', '/d009/t009/t009v1/'), ('t009v1g1', 'grid', '第1网格', 't009v1', '/d009/t009/t009v1/t009v1g1/')`,
  )
  expect(await refusal(file({ buildingId: 't009v1g1' }))).toBe('place-outside')
})

test('a village without grid workers hands its reports to the level above', async () => {
  const { owner } = await file({ buildingId: 't001v2g2b1' })
  expect(owner).toMatchObject({ title: '网格长', name: '钱芳' })
})

describe('the code for a house plate', () => {
  const draw = async (code = 't001v1g1b1') => (await world.someone('lead')).fetch(`/api/places/${code}/door-code`)

  test('is a picture that opens the report page with the place filled in', async () => {
    const { image, type } = (await (await draw()).json()) as { image: string; type: string }
    expect(type).toMatch(/^image\//)
    expect(Buffer.from(image, 'base64').length).toBeGreaterThan(50)
    expect(world.wechat.control.codes().at(-1)).toMatchObject({
      scene: 'b=t001v1g1b1',
      page: 'reports/pages/new/index',
    })
  })

  test.each<[string, Omit<Fault, 'path'>]>([
    ['busy', { errcode: -1 }],
    ['at its limit', { errcode: 45011 }],
    ['without the page', { errcode: 41030 }],
    ['against the scene', { errcode: 40169 }],
    ['broken', { http: 502 }],
    ['a web page', { html: true }],
    ['empty', { empty: true }],
    ['silent', { stall: true }],
    ['cut off', { reset: true }],
  ])('cannot be drawn while WeChat is %s, and that is said plainly', async (_, fault) => {
    await draw()
    world.wechat.control.inject({ path: '/wxa/getwxacodeunlimit', ...fault })
    await expectProblem(await (fault.stall ? impatiently(world, () => draw()) : draw()), 'wechat-busy')
    world.wechat.control.clearFaults()
    expect((await draw()).status).toBe(200)
  })
})

test('a home is a building, and is remembered', async () => {
  for (const buildingId of ['t001v1g1', 't001v1', 't009v9'])
    expect(await refusal(resident.call('setHome', { buildingId }))).toBe('place-unknown')
  await resident.call('setHome', { buildingId: 't001v1g1b2' })
  expect((await resident.call('getMe', {})).home).toMatchObject({ label: '柳塘村 2号楼' })
})
