import { findFile } from '@huiyin/db/photos/sealed-file-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'
import { about, sameText } from '../core/secrets.ts'
import { getBytes } from './photo-bytes.ts'
import { partsUnder, unpack } from './pieces.ts'
import { purpose } from './sealed-files.ts'

type Asked = { id: string; size: 'full' | 'thumb'; until: number; signature: string; part?: number | undefined }

/** The bytes behind a signed link. A wrong or old signature looks like no file at all. */
export const readFile = async (ctx: Ctx, { id, size, until, signature, part = 1 }: Asked): Promise<Response> => {
  const { keys } = ctx.outside
  if (until < ctx.now.getTime() || !sameText(signature, keys.sign(purpose(id, size, until)))) return refuse('not-found')
  const file = await findFile(ctx.db, id)
  const sealed = file?.storageKey && (await getBytes(ctx, file.storageKey, 'full'))
  if (!file?.keyCipher || !sealed) return refuse('not-found')
  const whole = opened(ctx, () => keys.openBytes(sealed, file.keyCipher as string, about.sealedFile(id)))
  // The small size lies before the parts of the full one.
  const bytes = unpack(whole, 1 + partsUnder(file.storageKey as string), size === 'thumb' ? 0 : part)
  if (!bytes) return refuse('not-found')
  const pdf = file.kind === 'pdf'
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': pdf ? 'application/pdf' : 'image/jpeg',
      'cache-control': 'private, no-store',
      'content-disposition': pdf ? 'attachment; filename="document.pdf"' : 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}

/** The seal tells other bytes from those that were kept: whoever asks comes again, and somebody here has to look. */
const opened = ({ outside }: Ctx, open: () => Uint8Array): Uint8Array => {
  try {
    return open()
  } catch (error) {
    outside.log.error({ name: (error as Error).name }, 'photo store gave other bytes')
    return refuse('busy')
  }
}
