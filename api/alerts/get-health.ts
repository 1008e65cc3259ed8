import * as queries from '@huiyin/db/alerts/status-queries.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { reasonOf } from '@huiyin/shared/alerts/told.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { demandIn } from './told.ts'

type Routes = typeof alertRoutes

export const getHealth = async (
  ctx: Ctx,
  { township }: Input<Routes['getHealth']>,
): Promise<Answer<Routes['getHealth']>> => {
  demandIn(ctx, 'seeHealth', township)
  const health = await queries.getHealth(ctx.db, ctx.now)
  return { ...health, failures: health.failures.map(it => ({ ...it, why: reasonOf(it.code) ?? '' })) }
}
