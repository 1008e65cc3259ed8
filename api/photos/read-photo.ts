import { findPhoto } from '@huiyin/db/photos/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'
import { getBytes } from './photo-bytes.ts'
import { isSigned, type PhotoSize } from './photo-links.ts'

type Asked = { id: string; size: PhotoSize; until: number; signature: string }

/** The bytes behind a signed link. A wrong or old signature looks like no photo at all. */
export const readPhoto = async (ctx: Ctx, { id, size, until, signature }: Asked): Promise<Response> => {
  if (!isSigned(ctx, id, size, until, signature)) return refuse('not-found')
  const photo = await findPhoto(ctx.db, id)
  const which = size === 'thumb' ? 'thumb' : 'full'
  const bytes = photo?.storageKey && (await getBytes(ctx, photo.storageKey, which, photo[`${which}Hash`]))
  if (!bytes) return refuse('not-found')
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': `private, max-age=${Math.max(0, Math.floor((until - ctx.now.getTime()) / 1000))}`,
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
