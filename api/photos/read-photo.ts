import { findPhoto } from '@huiyin/db/photos/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'
import { getBytes } from './photo-bytes.ts'
import { isSigned, type PhotoSize } from './photo-links.ts'
import { partsUnder, unpack } from './pieces.ts'

type Asked = { id: string; size: PhotoSize; until: number; signature: string; part?: number | undefined }

/** The bytes behind a signed link. A wrong or old signature looks like no photo at all. */
export const readPhoto = async (ctx: Ctx, { id, size, until, signature, part = 1 }: Asked): Promise<Response> => {
  if (!isSigned(ctx, id, size, until, signature)) return refuse('not-found')
  const photo = await findPhoto(ctx.db, id)
  const which = size === 'thumb' ? 'thumb' : 'full'
  const key = photo?.storageKey
  const whole = key && (await getBytes(ctx, key, which, photo[`${which}Hash`]))
  const bytes = whole && unpack(whole, which === 'thumb' ? 1 : partsUnder(key), part - 1)
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
