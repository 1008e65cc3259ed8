import { listAccesses } from '@huiyin/db/people/queries.ts'
import { personLimits } from '@huiyin/shared/people/person-limits.ts'
import type { Ctx } from '../core/context.ts'

const shownFor = personLimits.accessYears * 365 * 86_400_000

export const listLooks = async (ctx: Ctx) => ({
  items: await listAccesses(ctx.db, ctx.me.id, new Date(ctx.now.getTime() - shownFor)),
})
