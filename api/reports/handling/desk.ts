import type { Ctx } from '@huiyin/api/core/context.ts'
import * as queries from '@huiyin/db/reports/list-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'

/** A desk is the area (or unit) of one of my posts. */
export const deskOf = (ctx: Ctx, id: string): queries.Desk => {
  for (const { role, areaId, unitId } of ctx.me.posts) {
    if (role === 'partner' && unitId === id) return { role, id }
    if (role !== 'partner' && role in queries.deskColumns && areaId === id)
      return { role: role as queries.DeskRole, id }
  }
  return refuse('not-allowed')
}
