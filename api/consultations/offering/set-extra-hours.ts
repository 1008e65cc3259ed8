import type { Ctx } from '@huiyin/api/core/context.ts'
import { listExtras, upsertExtra } from '@huiyin/db/consultations/extra-queries.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { dayAfter } from '@huiyin/shared/consultations/days.ts'
import type { ExtraHours } from '@huiyin/shared/consultations/office-desk.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { fieldWords } from '../words.ts'
import { demandFit, demandRoom } from './hours.ts'

type Routes = typeof officeRoutes

/** Hours of one day to come, beside the weekly ones. The same id again changes them. */
export const setExtraHours = async (ctx: Ctx, input: Input<Routes['setExtraHours']>): Promise<ExtraHours> => {
  await demandFit(ctx, input)
  const today = shanghaiDay(ctx.now)
  if (input.day < today || input.day > dayAfter(today, bookingLimits.extraDays))
    return refuse('bad-input', [{ field: 'day', message: fieldWords.extraDay }])
  await demandRoom(ctx, input)
  if (!(await upsertExtra(ctx.db, ctx.me.id, input))) return refuse('not-found')
  const after = await listExtras(ctx.db, ctx.me.id, today)
  return after.find(it => it.id === input.id) ?? refuse('bug')
}
