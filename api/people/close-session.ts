import { endSession } from '@huiyin/db/people/queries.ts'
import type { Ctx } from '../core/context.ts'

export const closeSession = async (ctx: Ctx) => {
  await endSession(ctx.db, ctx.tokenHash)
  return {}
}
