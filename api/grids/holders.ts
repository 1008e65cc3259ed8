import type { Ground, Holder } from '@huiyin/db/grids/queries.ts'
import type { Role } from '@huiyin/shared/core/policy.ts'
import { type Level, ladder } from '@huiyin/shared/grids/area.ts'

/** Who answers for a matter at each level of the ladder. */
export const roleAt = {
  grid: 'worker',
  community: 'lead',
  township: 'officer',
  district: 'supervisor',
} as const satisfies Record<Level, Role>

/** 网格员 李秀兰 */
export const nameOf = ({ title, name }: Pick<Holder, 'title' | 'name'>): string => `${title} ${name}`

export const holdersAt = (ground: Ground, level: Level): Holder[] =>
  ground.holders.filter(holder => holder.role === roleAt[level] && holder.areaId === ground.areas[level]?.id)

/** The highest level at which somebody answers here; undefined: he holds nothing on this line. */
export const highestOf = (ground: Ground, personId: string): Level | undefined =>
  ladder.findLast(level => holdersAt(ground, level).some(it => it.personId === personId))

/** The first holder at this level or, where nobody holds it, at the next one above that is held. */
export const findOwner = (ground: Ground, from: Level): { level: Level; owner: Holder } | undefined => {
  for (const level of ladder.slice(ladder.indexOf(from))) {
    const [owner] = holdersAt(ground, level)
    if (owner) return { level, owner }
  }
  return undefined
}
