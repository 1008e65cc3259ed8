import type { Ctx } from '@huiyin/api/core/context.ts'
import { listHeld as readHeld } from '@huiyin/db/questions/queue-queries.ts'
import type { HeldItem } from '@huiyin/shared/questions/adviser-desk.ts'
import { toItem } from './queue-items.ts'

export const listHeld = async (ctx: Ctx): Promise<{ items: HeldItem[] }> => {
  const rows = await readHeld(ctx.db, ctx.me.id, ctx.now)
  return { items: rows.map(row => ({ ...toItem(ctx, row), fence: row.fence, leaseUntil: row.leaseUntil })) }
}
