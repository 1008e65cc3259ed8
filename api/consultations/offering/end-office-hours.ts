import type { Ctx } from '@huiyin/api/core/context.ts'
import { endHours } from '@huiyin/db/consultations/office-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { advisedBy } from '../advised-by.ts'

export const endOfficeHours = async (ctx: Ctx, { id }: { id: string }) => {
  advisedBy(ctx)
  if (!(await endHours(ctx.db, id, ctx.me.id, shanghaiDay(ctx.now), ctx.now))) return refuse('not-found')
  return {}
}
