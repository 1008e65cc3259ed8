import type { Ctx } from '@huiyin/api/core/context.ts'
import { findPublication } from '@huiyin/db/reports/publication-queries.ts'
import { findThanks, insertThanks } from '@huiyin/db/reports/thanks-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import type { Thanks } from '@huiyin/shared/reports/publication.ts'
import { publicationLife } from '@huiyin/shared/reports/publication-life.ts'
import { takeUpPublication } from './publication.ts'
import { demandOwn, thanksFor } from './thanks.ts'

/** 谢谢: of each person once, for what is shown now. The same tap again changes nothing, not even after it was taken back. */
export const thankPublished = async (ctx: Ctx, { id, thankId }: { id: string; thankId: string }): Promise<Thanks> => {
  const { reportId } = (await findPublication(ctx.db, id)) ?? refuse('not-found')
  const { it } = await takeUpPublication(ctx, reportId)
  demandAct(publicationLife, ctx.me, 'thank', it, ctx.now)
  await insertThanks(ctx.db, { id: thankId, publicationId: id, personId: ctx.me.id, at: ctx.now })
  const known = await findThanks(ctx.db, thankId)
  if (known) demandOwn(known, ctx.me.id, id)
  return thanksFor(ctx, id)
}
