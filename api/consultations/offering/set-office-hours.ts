import type { Ctx } from '@huiyin/api/core/context.ts'
import { listHours, upsertHours } from '@huiyin/db/consultations/office-queries.ts'
import type { OfficeHours } from '@huiyin/shared/consultations/office-desk.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { demandFit, demandRoom } from './hours.ts'

type Routes = typeof officeRoutes

/** Weekly hours in one of his own villages; what is booked already stays. The same id again changes them. */
export const setOfficeHours = async (ctx: Ctx, input: Input<Routes['setOfficeHours']>): Promise<OfficeHours> => {
  await demandFit(ctx, input)
  const today = shanghaiDay(ctx.now)
  await demandRoom(ctx, input)
  if (!(await upsertHours(ctx.db, ctx.me.id, input, today, ctx.now))) return refuse('not-found')
  const after = await listHours(ctx.db, ctx.me.id, today)
  return after.find(it => it.id === input.id) ?? refuse('bug')
}
