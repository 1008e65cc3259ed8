import { codeOf, constraintOf } from '@huiyin/db/core/errors.ts'
import { listForeign } from '@huiyin/db/photos/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'

/** Both carry the id of a step; which of them complains first is up to the database. */
const stepKeys = ['report_events_pkey', 'word_checks_pkey']

/**
 * What it means when the database has the last word: false when this step's id is taken (by its twin, or by another
 * step); refuses a photo that is used already or is somebody else's. Anything else is thrown on.
 */
export const refuseTaken =
  (ctx: Ctx, photoIds: readonly string[]) =>
  async (error: unknown): Promise<false> => {
    const [code, constraint] = [codeOf(error), constraintOf(error) ?? '']
    if (code === '23505' && stepKeys.includes(constraint)) return false
    // Asked only now: hardly anybody names a photo twice, and nobody may learn that a stranger's is there.
    if (code === '23505' && constraint === 'report_photos_pkey')
      return refuse((await listForeign(ctx.db, photoIds, ctx.me.id)).length > 0 ? 'not-found' : 'id-reused')
    if (code === '23503') return refuse('not-found')
    throw error
  }
