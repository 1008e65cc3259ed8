import type { Ctx } from '@huiyin/api/core/context.ts'
import * as queries from '@huiyin/db/consultations/waitlist-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'

export const leaveWaitlist = async (ctx: Ctx, { id }: { id: string }) =>
  (await queries.leave(ctx.db, id, ctx.me.id)) ? {} : refuse('not-found')
