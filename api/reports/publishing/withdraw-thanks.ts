import type { Ctx } from '@huiyin/api/core/context.ts'
import { endThanks, findThanks } from '@huiyin/db/reports/thanks-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Thanks } from '@huiyin/shared/reports/publication.ts'
import { demandOwn, thanksFor } from './thanks.ts'

/** Takes one's own thanks back. Again is no harm. */
export const withdrawThanks = async (ctx: Ctx, { id, thankId }: { id: string; thankId: string }): Promise<Thanks> => {
  demandOwn((await findThanks(ctx.db, thankId)) ?? refuse('not-found'), ctx.me.id, id)
  await endThanks(ctx.db, thankId, ctx.now)
  return thanksFor(ctx, id)
}
