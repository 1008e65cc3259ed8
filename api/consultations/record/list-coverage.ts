import { type Ctx, demandPost } from '@huiyin/api/core/context.ts'
import { listCoverage as readCoverage } from '@huiyin/db/consultations/coverage-queries.ts'
import { monthSpan } from '@huiyin/shared/consultations/days.ts'
import type { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'

type Routes = typeof townshipRoutes

/** 台账 of a month, made from what happened and from her word on it. */
export const listCoverage = async (ctx: Ctx, { township, month }: Input<Routes['listCoverage']>) => {
  demandPost(ctx, 'justice', township)
  const [from, to] = monthSpan(month)
  return { items: await readCoverage(ctx.db, township, from, to, ctx.now) }
}
