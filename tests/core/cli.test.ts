import type { Operator } from '@huiyin/api/command.ts'
import { runCommand } from '@huiyin/api/commands.ts'
import { keysFrom } from '@huiyin/api/core/secrets.ts'
import type { OpenDb } from '@huiyin/db/core/client.ts'
import { findGround, listAreas } from '@huiyin/db/grids/queries.ts'
import { getPersonByOpenid } from '@huiyin/db/people/queries.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'

const header = '编号,级别,名称,上级编号,经度,纬度,边界'
const town = [
  header,
  'B001,楼栋,1号楼,G001,117.2001,31.5001,',
  'D001,区县,云溪区,,,,',
  'T001,镇街,青禾镇,D001,,,',
  'V001,村社区,"柳塘村，东片",T001,,,',
  'G001,网格,第1网格,V001,117.2,31.5,117.19 31.49;117.21 31.49;117.21 31.51;117.19 31.51',
].join('\n')

let opened: OpenDb
let file: Uint8Array | undefined
const read = async () => file
const keys = keysFrom(Buffer.alloc(32, 'cli').toString('base64'))
const run = (...words: string[]) => runCommand({ db: opened.db, now: new Date(), read, keys } satisfies Operator, words)
const hand = (text: string | Uint8Array) => {
  file = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return run('areas', 'import', 'town.csv')
}

beforeAll(async () => {
  opened = await openTestDatabase('empty')
})
afterAll(() => opened.close())

test('a file with faults imports nothing and names each line', async () => {
  const said = await hand(
    [
      header,
      'D001,区县,云溪区,,,,',
      'T1,镇街,青禾镇,D001,,,',
      'V001,村社区,柳塘村,X001,,,',
      'D001,区县,云溪区,,,,',
      'T002,街,白鹭镇,D001,,,',
      'T003,镇街,,D001,,,',
      'T004,镇街,丰乐镇,D001,31.5,117.2,',
      'T005,镇街,和平镇,D001,,,117.1 31.4;117.2 31.4',
    ].join('\n'),
  )
  expect(said.ok).toBe(false)
  expect(said.text).toContain('有 6 处要改，一个区域也没有导入')
  for (const line of [3, 5, 6, 7, 8, 9]) expect(said.text).toContain(`第 ${line} 行：`)
  expect(await listAreas(opened.db, undefined)).toEqual([])
})

test('an area below a missing or wrong parent imports nothing', async () => {
  const said = await hand(
    [header, 'D001,区县,云溪区,,,,', 'V001,村社区,柳塘村,X001,,,', 'G001,网格,第1网格,D001,,,'].join('\n'),
  )
  expect(said.text).toContain('第 3 行：找不到这个上级编号')
  expect(said.text).toContain('第 4 行：上级要正好高一级')
  expect(await listAreas(opened.db, undefined)).toEqual([])
})

test('a table with other columns, or torn quotes, is explained', async () => {
  expect((await hand('id,name\n1,2')).text).toContain('第 1 行：第一行要写列名')
  expect((await hand(`${header}\nD001,区县,"云溪区,,,,`)).text).toContain('这里读不下去')
})

test('a whole township comes in at once, children before parents too, and again without harm', async () => {
  expect(await hand(town)).toEqual({ ok: true, text: '新增区域 5 个，原来就有 0 个（保持原样）。' })
  const ground = await findGround(opened.db, 'B001', new Date())
  expect(ground?.areas).toMatchObject({
    district: { id: 'D001' },
    community: { name: '柳塘村，东片' },
    building: { id: 'B001' },
  })
  expect(ground?.center).toEqual({ lng: 117.2001, lat: 31.5001 })
  const longer = `${town}\nB002,楼栋,2号楼,G001,,,`
  expect(await hand(longer)).toEqual({ ok: true, text: '新增区域 1 个，原来就有 5 个（保持原样）。' })
  const lone = `${header}\nB003,楼栋,3号楼,G001,,,`
  expect((await hand(lone)).text).toContain('新增区域 1 个')
})

test('a table saved by a Chinese spreadsheet, in GB18030 with Windows line ends, is read', async () => {
  const ascii = (text: string) => [...text].map(it => it.charCodeAt(0))
  const gb = (...bytes: number[]) => bytes
  const columns = [
    gb(0xb1, 0xe0, 0xba, 0xc5),
    gb(0xbc, 0xb6, 0xb1, 0xf0),
    gb(0xc3, 0xfb, 0xb3, 0xc6),
    gb(0xc9, 0xcf, 0xbc, 0xb6, 0xb1, 0xe0, 0xba, 0xc5),
  ]
  const comma = ascii(',')
  const line = [
    ...ascii('D002,'),
    ...gb(0xc7, 0xf8, 0xcf, 0xd8),
    ...comma,
    ...gb(0xd4, 0xc6, 0xcf, 0xaa, 0xc7, 0xf8),
    ...comma,
  ]
  const table = [
    ...columns.flatMap((column, at) => (at > 0 ? [...comma, ...column] : column)),
    ...ascii('\r\n'),
    ...line,
    ...ascii('\r\n'),
  ]
  expect((await hand(new Uint8Array(table))).ok).toBe(true)
  expect((await listAreas(opened.db, undefined)).map(area => area.name)).toContain('云溪区')
})

test('somebody who has been here gets a duty, and the second in a grid ranks behind the first', async () => {
  expect((await run('people', 'post', 'oLi', '网格员', 'G001', '网格员', '李秀兰')).text).toContain(
    '没有人用这个 openid',
  )
  for (const openid of ['oLi', 'oChen']) await getPersonByOpenid(opened.db, openid, new Date())
  expect(await run('people', 'post', 'oLi', '网格员', 'G001', '网格员', '李秀兰')).toMatchObject({ ok: true })
  expect(await run('people', 'post', 'oChen', '网格员', 'G001', '网格员', '陈建国')).toMatchObject({ ok: true })
  const holders = (await findGround(opened.db, 'B001', new Date()))?.holders.map(it => it.name)
  expect(holders).toEqual(['李秀兰', '陈建国'])
  expect((await run('people', 'list')).text).toMatch(/oChen {2}陈建国/)
})

test('a duty that would count for nothing is refused', async () => {
  const post = (duty: string, areaId: string, ...unit: string[]) =>
    run('people', 'post', 'oLi', duty, areaId, '称呼', '李秀兰', ...unit)
  expect((await post('worker', 'G001')).text).toContain('岗位只能是')
  expect((await post('网格员', 'V001')).text).toContain('岗位和区域级别不符')
  expect((await post('网格员', 'G999')).text).toContain('没有这个区域编号')
  expect((await post('联动单位', 'T001')).text).toContain('联动单位的人要写明单位编号')
  expect((await run('units', 'add', 'U001', '自来水公司', '供水', 'V001')).ok).toBe(false)
  expect((await run('units', 'add', 'U001', '自来水公司', '供水', 'T001')).ok).toBe(true)
  expect((await run('units', 'add', 'U001', '自来水公司', '供水', 'T001')).ok).toBe(false)
  expect((await post('联动单位', 'T001', 'U001')).ok).toBe(true)
})

test('whoever leaves holds nothing any more', async () => {
  expect((await run('people', 'release', 'oLi', 'G001')).text).toBe('已免去 1 个岗位。')
  expect((await run('people', 'release', 'oLi', 'G001')).ok).toBe(false)
  expect((await findGround(opened.db, 'B001', new Date()))?.holders.map(it => it.name)).toEqual(['陈建国'])
})

test('deadlines are told in words, and an unknown command tells what there is', async () => {
  expect((await run('deadlines', 'list')).text).toContain('*  紧急  受理  30 分钟  昼夜连续')
  for (const words of [[], ['areas'], ['areas', 'import'], ['people', 'post', 'oLi'], ['__proto__', '']])
    expect((await run(...words)).text).toContain('用法：')
  file = undefined
  expect((await run('areas', 'import', 'none.csv')).text).toBe('打不开文件：none.csv')
})
