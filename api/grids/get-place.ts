import { findGround, toPlace } from '@huiyin/db/grids/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Place } from '@huiyin/shared/grids/area.ts'
import type { Ctx } from '../core/context.ts'

/** The place that the code on a house plate names. An unknown or retired code is refused; the phone then asks for the place. */
export const getPlace = async (ctx: Ctx, { code }: { code: string }): Promise<Place> =>
  toPlace((await findGround(ctx.db, code, ctx.now)) ?? refuse('place-unknown'))
