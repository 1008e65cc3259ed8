import type { Ctx } from '@huiyin/api/core/context.ts'
import { findOfficePlace, type PlaceRow } from '@huiyin/db/consultations/office-queries.ts'
import { holdsPost } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'

/** A place of one's own township that is in use; whoever has none learns nothing of it. */
export const ownPlace = async (ctx: Ctx, id: string): Promise<PlaceRow> => {
  if (!ctx.me.posts.some(post => post.role === 'justice')) return refuse('not-allowed')
  const place = await findOfficePlace(ctx.db, id)
  return place && !place.retired && holdsPost(ctx.me, 'justice', place.townshipId) ? place : refuse('not-found')
}
