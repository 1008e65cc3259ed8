import { listAreas as readAreas } from '@huiyin/db/grids/queries.ts'
import type { Ctx } from '../core/context.ts'

export const listAreas = async (ctx: Ctx, { parent }: { parent?: string | undefined }) => ({
  items: await readAreas(ctx.db, parent),
})
