import { type Ctx, demandPost } from '@huiyin/api/core/context.ts'
import { listTownshipPlaces } from '@huiyin/db/consultations/office-queries.ts'

export const listOfficePlaces = async (ctx: Ctx, { township }: { township: string }) => {
  demandPost(ctx, 'justice', township)
  return { items: await listTownshipPlaces(ctx.db, township) }
}
