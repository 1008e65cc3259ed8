import type { Ctx } from '@huiyin/api/core/context.ts'
import { removeExtra } from '@huiyin/db/consultations/extra-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { advisedBy } from '../advised-by.ts'

export const endExtraHours = async (ctx: Ctx, { id }: { id: string }) => {
  advisedBy(ctx)
  return (await removeExtra(ctx.db, id, ctx.me.id)) ? {} : refuse('not-found')
}
