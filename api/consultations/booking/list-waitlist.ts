import type { Ctx } from '@huiyin/api/core/context.ts'
import * as queries from '@huiyin/db/consultations/waitlist-queries.ts'
import type { WaitingEntry } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'

export const listWaitlist = async (ctx: Ctx): Promise<{ items: WaitingEntry[] }> => ({
  items: await queries.listOwnWaiting(ctx.db, ctx.me.id, shanghaiDay(ctx.now)),
})
