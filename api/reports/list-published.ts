import * as queries from '@huiyin/db/reports/published-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { PublicPhoto, PublishedItem } from '@huiyin/shared/reports/publication.ts'
import type { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import type { Ctx } from '../core/context.ts'
import { fromCursor, toCursor } from '../core/cursor.ts'
import { getBytes } from '../photos/photo-bytes.ts'
import { isPublicLink, publicLink } from '../photos/photo-links.ts'

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

/** The bytes of a copy, as long as it may be shown: a link that is still good does not outlive the publication. */
export const readPublished = async (
  ctx: Ctx,
  { id, size, until, signature }: Input<Routes['readPublished']>,
): Promise<Response> => {
  if (!isPublicLink(ctx, id, size, until, signature)) return refuse('not-found')
  const key = await queries.findCopyKey(ctx.db, id, size === 'review')
  const bytes = key && (await getBytes(ctx.outside, key, size === 'thumb' ? 'thumb' : 'full'))
  if (!bytes) return refuse('not-found')
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
