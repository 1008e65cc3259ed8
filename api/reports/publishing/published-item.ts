import type { Ctx } from '@huiyin/api/core/context.ts'
import { publicLink } from '@huiyin/api/photos/photo-links.ts'
import type { PublishedRow } from '@huiyin/db/reports/published-queries.ts'
import type { PublicPhoto, PublishedItem } from '@huiyin/shared/reports/publication.ts'

/** A publication as everybody reads it, field by field: no number, no place but the village, no name. */
export const toPublished = (ctx: Ctx, row: PublishedRow): PublishedItem => {
  const linksOf = (id: string): PublicPhoto => ({
    url: publicLink(ctx, id, 'full'),
    thumbUrl: publicLink(ctx, id, 'thumb'),
  })
  const { id, kind, village, month, words, tookHours, thanks } = row
  return {
    ...{ id, kind, village, month, words, tookHours, thanks },
    ...{ before: linksOf(row.beforeId), after: linksOf(row.afterId) },
  }
}
