import { codeOf, constraintOf } from '@huiyin/db/core/errors.ts'
import { listForeign } from '@huiyin/db/photos/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'
import { falseWhenTaken } from '../matters/move.ts'

/** Both carry the id of a step; which of them complains first is up to the database. */
const falseWhenStepTaken = falseWhenTaken(['report_events_pkey', 'word_checks_pkey'])

/** `falseWhenTaken`, which also refuses a photo that is used already or is somebody else's. */
export const refuseTaken = async (ctx: Ctx, photoIds: readonly string[], error: unknown): Promise<false> => {
  // Asked only now: hardly anybody names a photo twice, and nobody may learn that a stranger's is there.
  if (codeOf(error) === '23505' && constraintOf(error) === 'report_photos_pkey')
    return refuse((await listForeign(ctx.db, photoIds, ctx.me.id)).length > 0 ? 'not-found' : 'id-reused')
  return falseWhenStepTaken(error)
}
