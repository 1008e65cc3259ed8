import { listAreas as readAreas } from '@huiyin/db/grids/queries.ts'
import { listBuildings } from '@huiyin/db/grids/village-queries.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { gridRoutes } from '@huiyin/shared/grids/grid-routes.ts'
import type { Ctx } from '../core/context.ts'

type Route = typeof gridRoutes.listAreas

export const listAreas = async (ctx: Ctx, { parent, level }: Input<Route>): Promise<Answer<Route>> => ({
  items: level && parent ? await listBuildings(ctx.db, parent) : await readAreas(ctx.db, parent),
})
