import { findArea } from '@huiyin/db/grids/area-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Area } from '@huiyin/shared/grids/area.ts'
import type { Ctx } from '../core/context.ts'

/** An area by its code, which a link carries; a retired one is unknown. */
export const getArea = async (ctx: Ctx, { code }: { code: string }): Promise<Area> =>
  (await findArea(ctx.db, code)) ?? refuse('place-unknown')
