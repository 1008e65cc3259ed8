import { insertKey } from '@huiyin/db/photos/queries.ts'
import { countFilesSince, type FileRow, findFile, markFileStored } from '@huiyin/db/photos/sealed-file-queries.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import type { SealedFile } from '@huiyin/shared/photos/sealed-file.ts'
import type { Ctx } from '../core/context.ts'
import { about, inputHash, randomToken } from '../core/secrets.ts'
import { keepBytes, removeBytes } from './photo-bytes.ts'
import { readPixels } from './read-pixels.ts'
import { pack, toFile } from './sealed-files.ts'

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
  await allowOneMore(ctx)
  const pdf = isPdf(bytes)
  const { full, thumb } = pdf ? { full: bytes, thumb: new Uint8Array() } : await readPixels(bytes).catch(notAFile)
  const storageKey = `${ctx.now.toISOString().slice(0, 7)}/${randomToken()}`
  const { keys } = ctx.outside
  const whole = keys.sealBytes(pack(thumb, full), about.sealedFile(id))
  await insertKey(ctx.db, storageKey, ctx.now)
  await keep(ctx, storageKey, whole.sealed)
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

/** `%PDF-` at the very beginning. */
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

const notAFile = (error: unknown): never => {
  if (error instanceof Refusal && error.code === 'not-a-photo') return refuse('not-a-file')
  throw error
}

const again = (ctx: Ctx, file: FileRow, sourceHash: string): SealedFile =>
  file.sourceHash === sourceHash ? toFile(ctx, file) : refuse('id-reused')

const allowOneMore = async (ctx: Ctx) => {
  const dayAgo = new Date(ctx.now.getTime() - 86_400_000)
  if ((await countFilesSince(ctx.db, ctx.me.id, dayAgo)) >= photoLimits.perDay)
    throw new Refusal('too-many', undefined, 3600)
}

const keep = async ({ outside }: Ctx, key: string, sealed: Uint8Array) => {
  try {
    await keepBytes(outside, key, { full: sealed, thumb: new Uint8Array() })
  } catch (error) {
    outside.log.error({ error: (error as Error).message }, 'photo store refused')
    refuse('busy')
  }
}
