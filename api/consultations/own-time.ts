import { findOwnTime } from '@huiyin/db/consultations/leave-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'

/** What stands under this id already, if it is this very wish of his, or for him. */
export const findOwn = async (ctx: Ctx, id: string, hash: string, adviserId = ctx.me.id) => {
  const known = await findOwnTime(ctx.db, id)
  if (!known) return undefined
  if (known.adviserId !== adviserId) return refuse('not-found')
  return known.inputHash === hash ? known : refuse('id-reused')
}
