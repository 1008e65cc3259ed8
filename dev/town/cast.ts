import { planAreas } from './areas.ts'
import { demoHomeId, planPeople } from './people.ts'
import { units } from './words.ts'

const gridId = demoHomeId.slice(0, 6)
const villageId = demoHomeId.slice(0, 4)

/** Whom a visitor of the demo can be, in the order of the bar: the residents, then those who answer them. */
const roles = [
  { openid: 'demo-resident-1', label: '居民' },
  { openid: 'demo-resident-2', label: '邻居' },
  { openid: `demo-worker-${gridId}-1`, label: '网格员' },
  { openid: `demo-lead-${villageId}`, label: '网格长' },
  { openid: 'demo-adviser-1', label: '法律顾问' },
  { openid: 'demo-justice-1', label: '司法所' },
  { openid: 'demo-water-1', label: '联动单位' },
] as const

export const castOpenids: readonly string[] = roles.map(it => it.openid)

/** `place`: where she lives, or where his duty is. */
export type CastMember = { openid: string; label: string; name: string; place: string }

/** The same on every machine, as the town is. */
export const planCast = (): CastMember[] => {
  const areas = planAreas()
  const { people, postings } = planPeople(areas)
  const nameOf = (id: string | null) => areas.find(it => it.id === id)?.name ?? ''
  return roles.map(({ openid, label }) => {
    const person = people.find(it => it.openid === openid)
    const posting = postings.find(it => it.personId === person?.id)
    const home = areas.find(it => it.id === person?.homeId)
    const village = home?.path.split('/')[3] ?? null
    const unit = units.find(it => it.id === posting?.unitId)
    const duty =
      posting?.role === 'worker' ? `${nameOf(village)} ${nameOf(posting.areaId)}` : nameOf(posting?.areaId ?? null)
    return {
      openid,
      label,
      name: person?.name ?? '',
      place: posting ? (unit?.name ?? duty) : `${nameOf(village)} ${home?.name}`,
    }
  })
}
