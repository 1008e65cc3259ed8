import { insertKey } from '@huiyin/db/photos/queries.ts'
import {
  type FileRow,
  findFile,
  markFileRefused,
  markFileStored,
  reserveFile,
} from '@huiyin/db/photos/sealed-file-queries.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import { formatOf } from '@huiyin/shared/photos/picture-formats.ts'
import type { SealedFile } from '@huiyin/shared/photos/sealed-file.ts'
import type { Ctx } from '../core/context.ts'
import { about, inputHash, randomToken } from '../core/secrets.ts'
import { keepBytes, removeBytes } from './photo-bytes.ts'
import { keyOf, pack } from './pieces.ts'
import { readPixels } from './read-pixels.ts'
import { toFile } from './sealed-files.ts'
import { demandRoom, orRefusedForGood } from './upload-room.ts'

/**
 * Keeps a photo (re-encoded) or a PDF (as it came, only ever given back as a download), enciphered with a key of its own. The
 * platform is never asked about it. The same bytes again get the same answer, others are refused.
 */
export const storeFile = async (ctx: Ctx, { id }: { id: string }): Promise<SealedFile> => {
  const bytes = ctx.file?.bytes ?? refuse('not-a-file')
  const sourceHash = ctx.outside.keys.blindIndex(inputHash({ bytes: Buffer.from(bytes).toString('base64') }))
  const known = await findFile(ctx.db, id)
  if (known && known.ownerId !== ctx.me.id) return refuse('not-found')
  if (known?.storageKey) return again(ctx, known, sourceHash)
  await demandRoom(ctx, id, reserveFile)
  const pdf = isPdf(bytes)
  const read = pdf ? { parts: [bytes], thumb: new Uint8Array() } : readPixels(ctx, bytes).catch(notAFile)
  const marked = orRefusedForGood(() => markFileRefused(ctx.db, id, ctx.me.id, ctx.now))
  const { parts, thumb } = await Promise.resolve(read).catch(marked)
  const storageKey = keyOf(ctx.now.toISOString().slice(0, 7), randomToken(), parts.length)
  const { keys } = ctx.outside
  const whole = keys.sealBytes(pack([thumb, ...parts]), about.sealedFile(id))
  await insertKey(ctx.db, storageKey, ctx.now)
  await keepBytes(ctx, storageKey, { full: whole.sealed, thumb: new Uint8Array() })
  const row = {
    id,
    ownerId: ctx.me.id,
    kind: pdf ? 'pdf' : 'photo',
    storageKey,
    keyCipher: whole.keyCipher,
    sourceHash,
  } as const
  if (!(await markFileStored(ctx.db, row, ctx.now))) await removeBytes(ctx.outside, storageKey)
  const kept = await findFile(ctx.db, id)
  if (kept?.ownerId !== ctx.me.id) return refuse('not-found')
  return again(ctx, kept, sourceHash)
}

/** Readers look for `%PDF-` in the first bytes, and some programs write something before it; a page of the web is none of them. */
const pdfHeaderWithin = 1024
const isPdf = (bytes: Uint8Array) => {
  const at = Buffer.from(bytes.subarray(0, pdfHeaderWithin)).indexOf('%PDF-')
  return at >= 0 && !formatOf(bytes) && !bytes.subarray(0, at).includes('<'.charCodeAt(0))
}

const notAFile = (error: unknown): never => {
  if (error instanceof Refusal && error.code === 'not-a-photo') return refuse('not-a-file')
  throw error
}

const again = (ctx: Ctx, file: FileRow, sourceHash: string): SealedFile =>
  file.sourceHash === sourceHash ? toFile(ctx, file) : refuse('id-reused')
