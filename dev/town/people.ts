import { districtId, townshipId } from './areas.ts'
import { createRandom, type Random } from './random.ts'
import type { PlannedArea, PlannedPerson, PlannedPosting } from './rows.ts'
import { elderNames, firms, surnames, titles, units, youngerNames } from './words.ts'

/** Everybody in the town. `residents` are those who have used the mini-program as neighbours and hold no duty. */
export type PlannedPeople = { people: PlannedPerson[]; postings: PlannedPosting[]; residents: PlannedPerson[] }

type Duty = Pick<PlannedPosting, 'role' | 'title' | 'areaId'> & { unitId?: string; rank?: number }
type Hire = (openid: string, home: string, names: readonly string[], ...duties: Duty[]) => PlannedPerson

const residentCount = 300
/** Where the first resident and her neighbour live: the people whom the demo page opens with. */
export const demoHomeId = 'qh02g2b16'
/** About a hundred households live in four buildings. */
const buildingsPerChief = 4

export const planPeople = (areas: readonly PlannedArea[]): PlannedPeople => {
  const random = createRandom('people')
  const people: PlannedPerson[] = []
  const postings: PlannedPosting[] = []
  const nameOf = namer(random)
  const hire: Hire = (openid, home, names, ...duties) => {
    const phone = random.chance(0.6) ? `142${String(random.int(0, 99_999_999)).padStart(8, '0')}` : null
    const person = { id: random.id(), openid: `demo-${openid}`, name: nameOf(names), phone, homeId: home }
    people.push(person)
    for (const { unitId = null, rank = 0, ...duty } of duties)
      postings.push({ ...duty, id: random.id(), personId: person.id, unitId, rank })
    return person
  }
  const buildings = areas.filter(it => it.level === 'building')
  hireOffices(hire, buildings, random)
  for (const village of areas.filter(it => it.level === 'community')) hireVillage(hire, village, areas, random)
  const residents = Array.from({ length: residentCount }, (_, index) => {
    const spread = buildings[(index * 16 + random.int(0, 15)) % buildings.length]
    const homeId = index < 2 ? demoHomeId : (spread?.id ?? demoHomeId)
    return hire(`resident-${index + 1}`, homeId, index < 2 || random.chance(0.7) ? elderNames : youngerNames)
  })
  hireAdvisers(hire, areas, buildings, random)
  return { people, postings, residents }
}

/** How many villages one lawyer advises. */
const villagesPerAdviser = 4

/** A lawyer for every four villages; the firms take turns. */
const hireAdvisers = (hire: Hire, areas: readonly PlannedArea[], buildings: readonly PlannedArea[], random: Random) => {
  const villages = areas.filter(it => it.level === 'community')
  for (let first = 0; first < villages.length; first += villagesPerAdviser) {
    const number = first / villagesPerAdviser
    const unitId = firms[number % firms.length]?.id ?? ''
    const own = villages.slice(first, first + villagesPerAdviser)
    const duties = own.map(it => ({ role: 'adviser' as const, title: titles.adviser, areaId: it.id, unitId }))
    hire(`adviser-${number + 1}`, random.pick(buildings).id, youngerNames, ...duties)
  }
}

/** District, township and the partner units. */
const hireOffices = (hire: Hire, buildings: readonly PlannedArea[], random: Random) => {
  const home = () => random.pick(buildings).id
  hire('supervisor-1', home(), youngerNames, { role: 'supervisor', title: titles.supervisor, areaId: districtId })
  for (const number of [1, 2])
    hire(`office-${number}`, home(), youngerNames, {
      role: 'officer',
      title: titles.gridOffice,
      areaId: townshipId,
      rank: number - 1,
    })
  hire(
    'justice-1',
    home(),
    youngerNames,
    { role: 'officer', title: titles.justiceOffice, areaId: townshipId, rank: 2 },
    { role: 'justice', title: titles.justiceOffice, areaId: townshipId },
  )
  for (const { id, title } of units)
    for (const number of [1, 2])
      hire(`${id}-${number}`, home(), youngerNames, {
        role: 'partner',
        title,
        areaId: townshipId,
        unitId: id,
        rank: number - 1,
      })
}

/** One grid lead, one or two workers for each grid, a building chief for every four buildings. */
const hireVillage = (hire: Hire, village: PlannedArea, areas: readonly PlannedArea[], random: Random) => {
  const below = (id: string) => areas.filter(it => it.parentId === id)
  const grids = below(village.id)
  const homeIn = (grid: PlannedArea | undefined) => random.pick(below(grid?.id ?? '')).id
  hire(`lead-${village.id}`, homeIn(grids[0]), youngerNames, { role: 'lead', title: titles.lead, areaId: village.id })
  for (const [index, grid] of grids.entries()) {
    for (let rank = 0; rank <= index % 2; rank++)
      hire(`worker-${grid.id}-${rank + 1}`, homeIn(grid), youngerNames, {
        role: 'worker',
        title: titles.worker,
        areaId: grid.id,
        rank,
      })
    const buildings = below(grid.id)
    for (let first = 0; first < buildings.length; first += buildingsPerChief) {
      const own = buildings.slice(first, first + buildingsPerChief)
      const duties = own.map(it => ({ role: 'chief' as const, title: titles.chief, areaId: it.id }))
      hire(`chief-${own[0]?.id}`, own[0]?.id ?? '', elderNames, ...duties)
    }
  }
}

/** No two people of one name, as long as there are names. */
const namer = (random: Random) => {
  const taken = new Set<string>()
  return (given: readonly string[]): string => {
    for (let tries = 0; ; tries++) {
      const name = random.pick(surnames) + random.pick(given)
      if (taken.has(name) && tries < 50) continue
      taken.add(name)
      return name
    }
  }
}
