import { insertKey } from '@huiyin/db/photos/queries.ts'
import { countFilesSince, type FileRow, findFile, markFileStored } from '@huiyin/db/photos/sealed-file-queries.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import { photoLimits } from '@huiyin/shared/photos/photo.ts'
import type { SealedFile } from '@huiyin/shared/photos/sealed-file.ts'
import type { Ctx } from '../core/context.ts'
import { about, inputHash, randomToken, sameText } from '../core/secrets.ts'
import { getBytes, keepBytes, removeBytes } from './photo-bytes.ts'
import { linkUntil } from './photo-links.ts'
import { readPixels } from './read-pixels.ts'

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

/** Both sizes as one, so that one key opens them: the length of the small one stands before it. */
const pack = (thumb: Uint8Array, full: Uint8Array): Uint8Array => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(thumb.length)
  return Buffer.concat([length, thumb, full])
}

const unpack = (bytes: Uint8Array, size: 'full' | 'thumb'): Uint8Array => {
  const end = 4 + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).readUInt32BE(0)
  return size === 'thumb' ? bytes.subarray(4, end) : bytes.subarray(end)
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

const purpose = (id: string, size: string, until: number) => `file ${id} ${size} ${until}`

/** A file as this reader may fetch it now. */
export const toFile = (ctx: Ctx, { id, kind, storageKey }: FileRow): SealedFile => {
  const until = linkUntil(ctx.now)
  const link = (size: 'full' | 'thumb') =>
    `/api/files/${id}/${size}?until=${until}&signature=${ctx.outside.keys.sign(purpose(id, size, until))}`
  if (!storageKey) return { id, kind: null, url: null, thumbUrl: null }
  return { id, kind, url: link('full'), thumbUrl: kind === 'photo' ? link('thumb') : null }
}

type Asked = { id: string; size: 'full' | 'thumb'; until: number; signature: string }

/** The bytes behind a signed link. A wrong or old signature looks like no file at all. */
export const readFile = async (ctx: Ctx, { id, size, until, signature }: Asked): Promise<Response> => {
  const { keys } = ctx.outside
  if (until < ctx.now.getTime() || !sameText(signature, keys.sign(purpose(id, size, until)))) return refuse('not-found')
  const file = await findFile(ctx.db, id)
  const sealed = file?.storageKey && (await getBytes(ctx.outside, file.storageKey, 'full'))
  if (!file?.keyCipher || !sealed) return refuse('not-found')
  const bytes = unpack(keys.openBytes(sealed, file.keyCipher, about.sealedFile(id)), size)
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
