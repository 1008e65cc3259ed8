import type { Ctx } from '@huiyin/api/core/context.ts'
import { findPublished } from '@huiyin/db/reports/published-queries.ts'
import { findOwnThanks, type ThankRow } from '@huiyin/db/reports/thanks-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Thanks } from '@huiyin/shared/reports/publication.ts'

/** How the thanks for what everybody sees stand for this person. */
export const thanksFor = async (ctx: Ctx, id: string): Promise<Thanks> => {
  const { thanks } = (await findPublished(ctx.db, id)) ?? refuse('not-found')
  return { thanks, thankId: (await findOwnThanks(ctx.db, id, ctx.me.id))?.id ?? null }
}

/** Somebody else's thanks, or those for another publication, are none. */
export const demandOwn = (row: ThankRow, personId: string, publicationId: string): void => {
  if (row.personId !== personId || row.publicationId !== publicationId) refuse('not-found')
}
