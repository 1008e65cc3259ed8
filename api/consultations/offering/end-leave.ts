import type { Ctx } from '@huiyin/api/core/context.ts'
import { endLeave as endLeaveRow, findOwnTime } from '@huiyin/db/consultations/leave-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { demandOffice, postOf, wordTo } from './leave.ts'

/** Again is no harm. */
export const endLeave = async (ctx: Ctx, { id }: { id: string }) => {
  demandOffice(ctx)
  const leave = await findOwnTime(ctx.db, id)
  const post = leave?.kind === 'leave' && (await postOf(ctx, leave.adviserId))
  if (!leave || !post) return refuse('not-found')
  await endLeaveRow(ctx.db, id, wordTo(ctx, leave.adviserId, post, 'leave-ended', leave), ctx.now)
  return {}
}
