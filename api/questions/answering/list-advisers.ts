import { type Ctx, demandPost } from '@huiyin/api/core/context.ts'
import { listAdvisers as readAdvisers } from '@huiyin/db/questions/adviser-queries.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { AdviserChoice } from '@huiyin/shared/questions/adviser-desk.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'

type Routes = typeof adviserRoutes

export const listAdvisers = async (
  ctx: Ctx,
  { township }: Input<Routes['listAdvisers']>,
): Promise<{ items: AdviserChoice[] }> => {
  demandPost(ctx, 'justice', township)
  return { items: await readAdvisers(ctx.db, township, ctx.now) }
}
