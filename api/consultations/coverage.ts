import { listCoverage as readCoverage, listMonths as readMonths } from '@huiyin/db/consultations/coverage-queries.ts'
import type { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import { monthAfter, monthSpan } from '@huiyin/shared/core/days.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { type Ctx, demandPost } from '../core/context.ts'

type Routes = typeof townshipRoutes

/** 台账 of a month, made from what happened and from her word on it. */
export const listCoverage = async (ctx: Ctx, { township, month }: Input<Routes['listCoverage']>) => {
  demandPost(ctx, 'justice', township)
  const [from, to] = monthSpan(month)
  return { items: await readCoverage(ctx.db, township, from, to, ctx.now) }
}

const monthsBack = 5

export const listMonths = async (ctx: Ctx, { township }: { township: string }) => {
  demandPost(ctx, 'justice', township)
  const current = shanghaiDay(ctx.now).slice(0, 7)
  const months = Array.from({ length: monthsBack + 1 }, (_, n) => monthAfter(current, n - monthsBack))
  const span = monthSpan(monthAfter(current, -monthsBack), current)
  return { items: await readMonths(ctx.db, township, months, span, ctx.now) }
}
