import { type Ctx, demandPost } from '@huiyin/api/core/context.ts'
import { listTownshipAdvisers as readAdvisers } from '@huiyin/db/consultations/leave-queries.ts'
import { leaveView } from '../offering/leave.ts'

export const listTownshipAdvisers = async (ctx: Ctx, { township }: { township: string }) => {
  demandPost(ctx, 'justice', township)
  const advisers = await readAdvisers(ctx.db, township, ctx.now)
  return {
    items: advisers.map(({ communityId, leaves, ...rest }) => ({ ...rest, leaves: leaves.map(leaveView) })),
  }
}
