import type { Point } from '@huiyin/shared/core/fields.ts'
import type { AreaLevel } from '@huiyin/shared/grids/area.ts'
import { createRandom, type Random } from './random.ts'
import type { PlannedArea } from './rows.ts'
import { buildingName, communities, district, gridName, township } from './words.ts'

export const districtId = 'yunxi'
export const townshipId = 'qinghe'

/** South-west corner of the township on the plain where nothing bears its name, and the size of one village, in degrees. */
const corner = { lng: 114.205, lat: 33.402 }
const cell = { lng: 0.0096, lat: 0.0074 }
const columns = 6
const rows = 4
const gridsOf = (village: number) => (village % 3 === 0 ? 6 : village % 3 === 1 ? 5 : 4)
const buildingsPerVillage = 40

/** District, township, 24 villages, 120 grids that tile them, 960 buildings. Parents come before their children. */
export const planAreas = (): PlannedArea[] => {
  const random = createRandom('areas')
  const lattice = planLattice(random)
  const outline = [0, 1, 2, 3].map(
    side => lattice[side === 1 || side === 2 ? columns : 0]?.[side > 1 ? rows : 0] as Point,
  )
  const top = area(null, districtId, 'district', district, grow(outline, 0.02))
  const town = area(top, townshipId, 'township', township, edgeOf(lattice))
  const villages = communities.flatMap((name, index) =>
    planVillage(town, name, index, cornersOf(lattice, index), random),
  )
  return [top, town, ...villages]
}

/** Corners of the villages, moved a little, so that neighbours share their border. */
const planLattice = (random: Random): Point[][] =>
  Array.from({ length: columns + 1 }, (_, column) =>
    Array.from({ length: rows + 1 }, (_, row) => ({
      lng: round(corner.lng + (column + random.between(-0.12, 0.12)) * cell.lng),
      lat: round(corner.lat + (row + random.between(-0.12, 0.12)) * cell.lat),
    })),
  )

/** Counter-clockwise from the south-west. */
const cornersOf = (lattice: Point[][], village: number): Point[] => {
  const [column, row] = [village % columns, Math.floor(village / columns)]
  return [
    [column, row],
    [column + 1, row],
    [column + 1, row + 1],
    [column, row + 1],
  ].map(([x = 0, y = 0]) => lattice[x]?.[y] as Point)
}

const edgeOf = (lattice: Point[][]): Point[] => [
  ...lattice.map(line => line[0] as Point),
  ...(lattice[columns] as Point[]).slice(1),
  ...lattice
    .map(line => line[rows] as Point)
    .toReversed()
    .slice(1),
  ...(lattice[0] as Point[]).toReversed().slice(1, -1),
]

const planVillage = (
  town: PlannedArea,
  name: string,
  index: number,
  corners: Point[],
  random: Random,
): PlannedArea[] => {
  const village = area(town, `qh${String(index + 1).padStart(2, '0')}`, 'community', name, corners)
  const grids = gridsOf(index)
  const perGrid = Math.round(buildingsPerVillage / grids)
  const cuts = Array.from({ length: grids + 1 }, (_, cut) => {
    const inner = cut > 0 && cut < grids
    return [0, 1].map(() => (cut + (inner ? random.between(-0.15, 0.15) : 0)) / grids) as [number, number]
  })
  const planned = Array.from({ length: grids }, (_, grid) => {
    const [left, right] = [cuts[grid], cuts[grid + 1]] as [[number, number], [number, number]]
    const ring = [
      within(corners, left[0], 0),
      within(corners, right[0], 0),
      within(corners, right[1], 1),
      within(corners, left[1], 1),
    ]
    const it = area(village, `${village.id}g${grid + 1}`, 'grid', gridName(grid + 1), ring)
    const count = grid === grids - 1 ? buildingsPerVillage - perGrid * (grids - 1) : perGrid
    return [it, ...planBuildings(it, ring, grid * perGrid, count, random)]
  })
  return [village, ...planned.flat()]
}

/** Two files of houses along the lane in the middle of the grid. */
const planBuildings = (
  grid: PlannedArea,
  ring: Point[],
  before: number,
  count: number,
  random: Random,
): PlannedArea[] =>
  Array.from({ length: count }, (_, index) => {
    const lanes = Math.ceil(count / 2)
    const across = index % 2 ? random.between(0.64, 0.72) : random.between(0.28, 0.36)
    const along = 0.12 + ((Math.floor(index / 2) + random.between(0.35, 0.65)) / lanes) * 0.76
    const center = within(ring, across, along)
    const number = before + index + 1
    const id = `${grid.id}b${String(number).padStart(2, '0')}`
    return { ...area(grid, id, 'building', buildingName(number), footprint(center, random)), center }
  })

/** About 44 m × 14 m, not quite square to the map. */
const footprint = (center: Point, random: Random): Point[] => {
  const turn = random.between(-0.15, 0.15)
  return [
    [-22, -7],
    [22, -7],
    [22, 7],
    [-22, 7],
  ].map(([x = 0, y = 0]) => ({
    lng: round(center.lng + (x * Math.cos(turn) - y * Math.sin(turn)) / 92_900),
    lat: round(center.lat + (x * Math.sin(turn) + y * Math.cos(turn)) / 111_200),
  }))
}

/** The spot at `u` (west to east) and `v` (south to north) of a four-cornered area. */
const within = ([sw, se, ne, nw]: Point[], u: number, v: number): Point => {
  const mix = (of: (point: Point) => number) =>
    round(
      (of(sw as Point) * (1 - u) + of(se as Point) * u) * (1 - v) +
        (of(nw as Point) * (1 - u) + of(ne as Point) * u) * v,
    )
  return { lng: mix(it => it.lng), lat: mix(it => it.lat) }
}

const area = (
  parent: PlannedArea | null,
  id: string,
  level: AreaLevel,
  name: string,
  boundary: Point[],
): PlannedArea => ({
  id,
  level,
  name,
  parentId: parent?.id ?? null,
  path: `${parent?.path ?? '/'}${id}/`,
  center: {
    lng: round(boundary.reduce((sum, it) => sum + it.lng, 0) / boundary.length),
    lat: round(boundary.reduce((sum, it) => sum + it.lat, 0) / boundary.length),
  },
  boundary,
})

const grow = (ring: Point[], by: number): Point[] =>
  ring.map((it, side) => ({
    lng: round(it.lng + (side === 1 || side === 2 ? by : -by)),
    lat: round(it.lat + (side > 1 ? by : -by)),
  }))

/** A tenth of a metre. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
