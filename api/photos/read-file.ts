import { findFile } from '@huiyin/db/photos/sealed-file-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'
import { about, sameText } from '../core/secrets.ts'
import { getBytes } from './photo-bytes.ts'
import { purpose, unpack } from './sealed-files.ts'

type Asked = { id: string; size: 'full' | 'thumb'; until: number; signature: string }

/** The bytes behind a signed link. A wrong or old signature looks like no file at all. */
export const readFile = async (ctx: Ctx, { id, size, until, signature }: Asked): Promise<Response> => {
  const { keys } = ctx.outside
  if (until < ctx.now.getTime() || !sameText(signature, keys.sign(purpose(id, size, until)))) return refuse('not-found')
  const file = await findFile(ctx.db, id)
  const sealed = file?.storageKey && (await getBytes(ctx, file.storageKey, 'full'))
  if (!file?.keyCipher || !sealed) return refuse('not-found')
  const bytes = unpack(
    opened(ctx, () => keys.openBytes(sealed, file.keyCipher as string, about.sealedFile(id))),
    size,
  )
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
