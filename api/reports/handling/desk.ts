import type { Ctx } from '@huiyin/api/core/context.ts'
import { type Desk, type DeskRole, deskColumns } from '@huiyin/db/reports/list-queries.ts'
import type { Me } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'

/** The desks of my posts: the area of each, or a partner's unit. */
export const desksOf = ({ posts }: Me): Desk[] =>
  posts.flatMap(({ role, areaId, unitId }) => {
    if (role === 'partner') return unitId ? [{ role, id: unitId }] : []
    return role in deskColumns ? [{ role: role as DeskRole, id: areaId }] : []
  })

export const deskOf = ({ me }: Ctx, id: string): Desk =>
  desksOf(me).find(desk => desk.id === id) ?? refuse('not-allowed')
