import { type Ctx, demandPost } from '@huiyin/api/core/context.ts'
import { listMonths as readMonths } from '@huiyin/db/consultations/coverage-queries.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { monthAfter, monthSpan } from '@huiyin/shared/consultations/days.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'

const monthsBack = bookingLimits.months - 1

export const listMonths = async (ctx: Ctx, { township }: { township: string }) => {
  demandPost(ctx, 'justice', township)
  const current = shanghaiDay(ctx.now).slice(0, 7)
  const months = Array.from({ length: monthsBack + 1 }, (_, n) => monthAfter(current, n - monthsBack))
  const span = monthSpan(monthAfter(current, -monthsBack), current)
  return { items: await readMonths(ctx.db, township, months, span, ctx.now) }
}
