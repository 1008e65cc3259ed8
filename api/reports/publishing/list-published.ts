import type { Ctx } from '@huiyin/api/core/context.ts'
import { fromCursor, toCursor } from '@huiyin/api/core/cursor.ts'
import * as queries from '@huiyin/db/reports/published-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { PublishedItem } from '@huiyin/shared/reports/publication.ts'
import type { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { toPublished } from './published-item.ts'

type Routes = typeof publicationRoutes

/** 办结公示, for everybody. */
export const listPublished = async (
  ctx: Ctx,
  { cursor, limit }: Input<Routes['listPublished']>,
): Promise<Page<PublishedItem>> => {
  const rows = await queries.listPublished(ctx.db, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, last => toCursor(last.publishedAt, last.id))
  return { ...page, items: page.items.map(row => toPublished(ctx, row)) }
}
