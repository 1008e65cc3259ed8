import type { Ctx } from '@huiyin/api/core/context.ts'
import { fromCursor, toCursor } from '@huiyin/api/core/cursor.ts'
import { publicLink } from '@huiyin/api/photos/photo-links.ts'
import * as queries from '@huiyin/db/reports/published-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { PublicPhoto, PublishedItem } from '@huiyin/shared/reports/publication.ts'
import type { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'

type Routes = typeof publicationRoutes

/** 办结公示, for everybody: kind, village, month, two pictures. No number, no words, no name. */
export const listPublished = async (
  ctx: Ctx,
  { cursor, limit }: Input<Routes['listPublished']>,
): Promise<Page<PublishedItem>> => {
  const rows = await queries.listPublished(ctx.db, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, last => toCursor(last.publishedAt, last.id))
  const linksOf = (id: string): PublicPhoto => ({
    url: publicLink(ctx, id, 'full'),
    thumbUrl: publicLink(ctx, id, 'thumb'),
  })
  const items = page.items.map(({ id, kind, village, month, beforeId, afterId }) => ({
    ...{ id, kind, village, month },
    ...{ before: linksOf(beforeId), after: linksOf(afterId) },
  }))
  return { ...page, items }
}
