import type { Ctx } from '@huiyin/api/core/context.ts'
import { getBytes } from '@huiyin/api/photos/photo-bytes.ts'
import { isPublicLink } from '@huiyin/api/photos/photo-links.ts'
import * as queries from '@huiyin/db/reports/published-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'

type Routes = typeof publicationRoutes

/** The bytes of a copy, as long as it may be shown: a link that is still good does not outlive the publication. */
export const readPublished = async (
  ctx: Ctx,
  { id, size, until, signature }: Input<Routes['readPublished']>,
): Promise<Response> => {
  if (!isPublicLink(ctx, id, size, until, signature)) return refuse('not-found')
  const copy = await queries.findCopy(ctx.db, id, size === 'review')
  const which = size === 'thumb' ? 'thumb' : 'full'
  const bytes = copy && (await getBytes(ctx, copy.key, which, copy[`${which}Hash`]))
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
