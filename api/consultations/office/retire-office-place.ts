import type { Ctx } from '@huiyin/api/core/context.ts'
import { retirePlace } from '@huiyin/db/consultations/office-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { ownPlace } from './own-place.ts'

/** No hours may stand there any more: nobody is to travel in vain. */
export const retireOfficePlace = async (ctx: Ctx, { id }: { id: string }) => {
  await ownPlace(ctx, id)
  return (await retirePlace(ctx.db, id, shanghaiDay(ctx.now))) ? {} : refuse('place-in-use')
}
