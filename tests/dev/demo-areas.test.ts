import { planAreas } from '@huiyin/dev/town/areas.ts'
import { castOpenids, planCast } from '@huiyin/dev/town/cast.ts'
import { planPeople } from '@huiyin/dev/town/people.ts'
import type { PlannedArea } from '@huiyin/dev/town/rows.ts'
import { expect, test } from 'vitest'

const areas = planAreas()
const { people, postings, residents } = planPeople(areas)
const at = (level: PlannedArea['level']) => areas.filter(it => it.level === level)
const below = (parent: PlannedArea) => areas.filter(it => it.parentId === parent.id)

/** Square degrees, by the shoelace formula. */
const size = ({ boundary }: PlannedArea) =>
  Math.abs(
    boundary.reduce((sum, point, i) => {
      const next = boundary[(i + 1) % boundary.length] ?? point
      return sum + point.lng * next.lat - next.lng * point.lat
    }, 0) / 2,
  )

const holds = ({ boundary }: PlannedArea, spot: { lng: number; lat: number }) =>
  boundary.reduce((inside, a, i) => {
    const b = boundary[(i + 1) % boundary.length] ?? a
    const crosses = a.lat > spot.lat !== b.lat > spot.lat
    const edge = ((b.lng - a.lng) * (spot.lat - a.lat)) / (b.lat - a.lat) + a.lng
    return crosses && spot.lng < edge ? !inside : inside
  }, false)

test('the township has 24 villages, 120 grids and 40 buildings in each village', () => {
  expect(at('community')).toHaveLength(24)
  expect(at('grid')).toHaveLength(120)
  for (const village of at('community')) expect(below(village).flatMap(below)).toHaveLength(40)
  expect(new Set(at('community').map(it => it.name)).size).toBe(24)
})

test('every area has a code that fits on a house plate, and a path through its parents', () => {
  const byId = new Map(areas.map(it => [it.id, it]))
  expect(byId.size).toBe(areas.length)
  for (const { id, path, parentId } of areas) {
    expect(id).toMatch(/^[0-9A-Za-z]{4,16}$/)
    expect(path).toBe(`${byId.get(parentId ?? '')?.path ?? '/'}${id}/`)
  }
})

test('the grids of a village fill it, and the villages fill the township', () => {
  for (const parent of [...at('community'), ...at('township')]) {
    const parts = below(parent).reduce((sum, it) => sum + size(it), 0)
    expect(parts / size(parent)).toBeCloseTo(1, 3)
  }
})

test('every building stands in its own grid and in no other', () => {
  for (const building of at('building'))
    expect(
      at('grid')
        .filter(grid => holds(grid, building.center))
        .map(it => it.id),
    ).toEqual([building.parentId])
})

test('every level has somebody who answers first, and only one', () => {
  const firsts = (role: string, areaId: string) =>
    postings.filter(it => it.role === role && it.areaId === areaId && it.rank === 0)
  for (const grid of at('grid')) expect(firsts('worker', grid.id)).toHaveLength(1)
  for (const village of at('community')) expect(firsts('lead', village.id)).toHaveLength(1)
  expect(firsts('officer', 'qinghe')).toHaveLength(1)
  expect(firsts('supervisor', 'yunxi')).toHaveLength(1)
})

test('the town is peopled: 300 residents, a chief for about four buildings, two workers in every other grid', () => {
  expect(residents).toHaveLength(300)
  const chiefs = new Set(postings.filter(it => it.role === 'chief').map(it => it.personId))
  expect(chiefs.size).toBeGreaterThanOrEqual(240)
  expect(postings.filter(it => it.role === 'chief')).toHaveLength(960)
  const workers = postings.filter(it => it.role === 'worker')
  expect(workers.length).toBeGreaterThan(120)
  expect(workers.length).toBeLessThanOrEqual(240)
  for (const title of ['网格办', '司法所'])
    expect(postings.some(it => it.role === 'officer' && it.title === title)).toBe(true)
  const unitsOf = (role: string) =>
    new Set(postings.flatMap(it => (it.role === role && it.unitId ? [it.unitId] : []))).size
  expect([unitsOf('partner'), unitsOf('adviser')]).toEqual([5, 3])
  expect(postings.filter(it => it.role === 'adviser')).toHaveLength(24)
})

test('no phone number of the town can be dialled: no operator hands out numbers that begin with 142', () => {
  const phones = people.flatMap(it => it.phone ?? [])
  expect(phones.length).toBeGreaterThan(100)
  for (const phone of phones) expect(phone).toMatch(/^142\d{8}$/)
  expect(new Set(phones).size).toBe(phones.length)
})

test('everybody on the demo page lives in the town, and the worker answers for the grid of the resident', () => {
  const members = planCast()
  expect(members.map(it => it.openid)).toEqual(castOpenids)
  for (const { name, place } of members) {
    expect(name.length).toBeGreaterThanOrEqual(2)
    expect(place.length).toBeGreaterThanOrEqual(2)
  }
  const home = people.find(it => it.openid === castOpenids[0])?.homeId
  const worker = people.find(it => it.openid === castOpenids[2])?.id
  expect(postings.find(it => it.personId === worker)?.areaId).toBe(areas.find(it => it.id === home)?.parentId)
})

test('the town is the same on every machine', () => {
  expect(planAreas()).toEqual(areas)
  expect(planPeople(planAreas()).people).toEqual(people)
})
