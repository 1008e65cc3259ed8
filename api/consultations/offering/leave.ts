import type { Ctx } from '@huiyin/api/core/context.ts'
import { uuidOf } from '@huiyin/api/core/secrets.ts'
import { listTownshipAdvisers as readAdvisers, type Word } from '@huiyin/db/consultations/leave-queries.ts'
import type { Leave } from '@huiyin/shared/consultations/office-desk.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { advisedBy } from '../advised-by.ts'
import { tellOfLeave } from '../notices.ts'

/** Leave is for advisers to take, and for justice offices to enter. */
export const demandOffice = ({ me }: Ctx) => {
  if (!me.posts.some(post => post.role === 'adviser' || post.role === 'justice')) refuse('not-allowed')
}

type Post = { townshipId: string; communityId: string }

/** Where he advises: he acts for himself; for who is ill the justice office of a township in which he does. Nobody else may. */
export const postOf = async (ctx: Ctx, adviserId: string): Promise<Post | undefined> => {
  if (adviserId === ctx.me.id) {
    const [{ areaId, townshipId }] = advisedBy(ctx)
    return { townshipId, communityId: areaId }
  }
  for (const { role, areaId: townshipId } of ctx.me.posts) {
    if (role !== 'justice') continue
    const found = (await readAdvisers(ctx.db, townshipId, ctx.now)).find(it => it.id === adviserId)
    if (found) return { townshipId, communityId: found.communityId }
  }
  return undefined
}

/** He is told what was done in his name. Nobody is told of what he does himself. */
export const wordTo = (
  ctx: Ctx,
  adviserId: string,
  { communityId }: Post,
  kind: 'leave-entered' | 'leave-ended',
  { id, startsAt }: { id: string; startsAt: Date },
): Word => ({
  ...{ communityId, actorId: ctx.me.id, eventId: uuidOf(`${id} ${kind}`) },
  notices: tellOfLeave(adviserId, kind, startsAt),
})

/** Moments as the contract wants them. */
export const leaveView = ({ id, startsAt, endsAt }: Leave): Leave => ({
  ...{ id, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() },
})
