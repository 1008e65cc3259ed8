import type { FileRow } from '@huiyin/db/photos/sealed-file-queries.ts'
import type { SealedFile } from '@huiyin/shared/photos/sealed-file.ts'
import type { Ctx } from '../core/context.ts'
import { linkUntil } from './photo-links.ts'

/** Both sizes as one, so that one key opens them: the length of the small one stands before it. */
export const pack = (thumb: Uint8Array, full: Uint8Array): Uint8Array => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(thumb.length)
  return Buffer.concat([length, thumb, full])
}

export const unpack = (bytes: Uint8Array, size: 'full' | 'thumb'): Uint8Array => {
  const end = 4 + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).readUInt32BE(0)
  return size === 'thumb' ? bytes.subarray(4, end) : bytes.subarray(end)
}

export const purpose = (id: string, size: string, until: number) => `file ${id} ${size} ${until}`

/** A file as this reader may fetch it now. */
export const toFile = (ctx: Ctx, { id, kind, storageKey, lost }: FileRow): SealedFile => {
  const until = linkUntil(ctx.now)
  const link = (size: 'full' | 'thumb') =>
    `/api/files/${id}/${size}?until=${until}&signature=${ctx.outside.keys.sign(purpose(id, size, until))}`
  if (!storageKey) return { id, kind: null, url: null, thumbUrl: null, ...(lost && { lost }) }
  return { id, kind, url: link('full'), thumbUrl: kind === 'photo' ? link('thumb') : null }
}
