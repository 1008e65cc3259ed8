import type { Point } from '@huiyin/shared/core/fields.ts'
import type { Role } from '@huiyin/shared/core/policy.ts'
import type { AreaLevel } from '@huiyin/shared/grids/area.ts'

/** The planned town as plain things; `seed.ts` turns them into rows. Places are gcj02. */
export type PlannedArea = {
  id: string
  level: AreaLevel
  name: string
  parentId: string | null
  path: string
  center: Point
  boundary: Point[]
}

export type PlannedPerson = {
  id: string
  openid: string
  name: string
  /** Eleven digits of a number range that no operator hands out, or null. */
  phone: string | null
  homeId: string | null
}

export type PlannedPosting = {
  id: string
  personId: string
  role: Role
  title: string
  areaId: string
  unitId: string | null
  rank: number
}
