import type { Ctx } from '@huiyin/api/core/context.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'

/** A village where one may ask now. */
export const openGround = async (ctx: Ctx, communityId: string) => {
  const ground = await findQuestionGround(ctx.db, communityId, ctx.now)
  return !ground || ground.retired ? refuse('place-unknown') : ground
}
