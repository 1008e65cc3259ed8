import type { FileRow } from '@huiyin/db/photos/sealed-file-queries.ts'
import type { SealedFile } from '@huiyin/shared/photos/sealed-file.ts'
import type { Ctx } from '../core/context.ts'
import { linkUntil } from './photo-links.ts'
import { furtherParts } from './pieces.ts'

export const purpose = (id: string, size: string, until: number) => `file ${id} ${size} ${until}`

/** A file as this reader may fetch it now. */
export const toFile = (ctx: Ctx, { id, kind, storageKey, lost }: FileRow): SealedFile => {
  const until = linkUntil(ctx.now)
  const link = (size: 'full' | 'thumb') =>
    `/api/files/${id}/${size}?until=${until}&signature=${ctx.outside.keys.sign(purpose(id, size, until))}`
  if (!storageKey) return { id, kind: null, url: null, thumbUrl: null, ...(lost && { lost }) }
  const more = furtherParts(storageKey).map(part => `${link('full')}&part=${part}`)
  const photo = { thumbUrl: link('thumb'), ...(more.length > 0 && { more }) }
  return { id, kind, url: link('full'), ...(kind === 'photo' ? photo : { thumbUrl: null }) }
}
