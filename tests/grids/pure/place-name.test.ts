import { couldMean, type NamedPlace, placeIn, plainName } from '@huiyin/shared/grids/place-name.ts'
import { expect, test } from 'vitest'

const grid = (id: string, name: string, ...buildings: string[]): NamedPlace[] => [
  { id, gridId: id, name, gridName: name },
  ...buildings.map((it, n) => ({ id: `${id}b${n + 1}`, gridId: id, name: it, gridName: name })),
]
const village = [
  ...grid('g1', '第1网格', '1号楼', '2号楼', '幸福超市', '老街'),
  ...grid('g2', '第2网格', '1号楼', '12号楼', '老街菜店'),
  ...grid('g3', '十二组', '东头水田'),
]

test.each([
  ['五号楼', '5号楼'],
  ['第十二网格', '第12网格'],
  ['二十三栋 三单元', '23栋3单元'],
  ['５号楼（东）', '5号楼东'],
  ['三里桥头', '三里桥头'],
  ['万一小卖部', '万一小卖部'],
])('%s is compared as %s', (typed, plain) => {
  expect(plainName(typed)).toBe(plain)
})

test.each([
  ['幸福超市门口', 'g1b3'],
  ['二号楼三单元', 'g1b2'],
  ['第2网格1号楼', 'g2b1'],
  ['12号楼', 'g2b2'],
  ['老街菜店旁边', 'g2b3'],
  ['老街口', 'g1b4'],
  ['12组晒谷场', 'g3'],
  ['东头水田', 'g3b1'],
])('%s names one place', (typed, id) => {
  expect(placeIn(typed, village)).toBe(id)
})

test.each(['1号楼', '22号楼', '村口大树下', '，。', '超市'])(
  '%s names no place, or several in several grids',
  typed => {
    expect(placeIn(typed, village)).toBeUndefined()
  },
)

test('a few letters find a building, and so does a whole sentence with its name', () => {
  expect(['幸福', '幸福超市门口'].map(it => couldMean(it, '幸福超市'))).toEqual([true, true])
  expect(['五号', '5号楼', '15号楼'].map(it => couldMean(it, '5号楼'))).toEqual([true, true, false])
})
