import { type Level, ladder } from '@huiyin/shared/grids/area.ts'
import { districtId, townshipId } from '../town/areas.ts'
import type { PlannedPeople } from '../town/people.ts'
import type { PlannedArea, PlannedPerson, PlannedPosting } from '../town/rows.ts'
import type { UnitId } from '../town/words.ts'

/** Somebody on duty, as the history shows him: 网格员 李秀兰. */
export type Staff = { id: string; shown: string }

/** Who answers where, and who lives where. */
export type Town = {
  areas: Map<string, PlannedArea>
  residents: PlannedPerson[]
  /** Residents by the grid they live in. */
  neighbours: Map<string, PlannedPerson[]>
  /** First holder of the duty that answers for a place at a level. */
  ownerAt: (level: Level, gridId: string) => Staff
  unitStaff: (unitId: UnitId) => Staff[]
}

const roleAt = { grid: 'worker', community: 'lead', township: 'officer', district: 'supervisor' } as const

export const openTown = (areaById: Map<string, PlannedArea>, { people, postings, residents }: PlannedPeople): Town => {
  const nameById = new Map(people.map(it => [it.id, it.name]))
  const staffOf = (posting: PlannedPosting, title: string = posting.title): Staff => ({
    id: posting.personId,
    shown: `${title} ${nameById.get(posting.personId)}`,
  })
  const first = new Map(postings.filter(it => it.rank === 0).map(it => [`${it.role} ${it.areaId}`, staffOf(it)]))
  const idAt = (level: Level, gridId: string) =>
    ({ grid: gridId, community: areaById.get(gridId)?.parentId, township: townshipId, district: districtId })[level]
  return {
    areas: areaById,
    residents,
    neighbours: byGrid(residents, areaById),
    ownerAt: (level, gridId) => {
      const owner = first.get(`${roleAt[level]} ${idAt(level, gridId)}`)
      if (!owner) throw new Error(`nobody answers for ${gridId} at level ${level} of ${ladder.join()}`)
      return owner
    },
    unitStaff: unitId =>
      postings.filter(it => it.unitId === unitId).map(it => ({ id: it.personId, shown: '联动单位' })),
  }
}

const byGrid = (residents: readonly PlannedPerson[], areas: Map<string, PlannedArea>) => {
  const grids = new Map<string, PlannedPerson[]>()
  for (const person of residents) {
    const gridId = areas.get(person.homeId ?? '')?.parentId ?? ''
    grids.set(gridId, [...(grids.get(gridId) ?? []), person])
  }
  return grids
}
