import type { Ctx } from '@huiyin/api/core/context.ts'
import { listThanks } from '@huiyin/db/reports/thanks-queries.ts'

/** For what she has said thank you: the list that everybody reads does not know who reads it. */
export const listMyThanks = async (ctx: Ctx): Promise<{ items: { id: string; thankId: string }[] }> => ({
  items: await listThanks(ctx.db, ctx.me.id),
})
