import {
  countSince,
  findPhoto,
  insertAwaited,
  type Kept,
  markStored,
  type PhotoRow,
} from '@huiyin/db/photos/queries.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import type { Photo } from '@huiyin/shared/photos/photo.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import type { Ctx } from '../core/context.ts'
import { randomToken, sha256 } from '../core/secrets.ts'
import { checkPhotos } from './check-photos.ts'
import { keepBytes, removeBytes } from './photo-bytes.ts'
import { toPhoto } from './photo-links.ts'
import { readPixels } from './read-pixels.ts'

/**
 * Keeps the bytes of one photo. Order matters: their key is noted, the bytes are kept, then the row says `stored`. A crash
 * between leaves bytes that `clearForgotten` finds by their key, never a row without bytes. The same bytes again get the same
 * answer, others are refused.
 */
export const storePhoto = async (ctx: Ctx, { id }: { id: string }): Promise<Photo> => {
  const bytes = ctx.file?.bytes ?? refuse('not-a-photo')
  const sourceHash = sha256(bytes)
  const known = await findPhoto(ctx.db, id)
  if (known && known.ownerId !== ctx.me.id) return refuse('not-found')
  if (known?.state === 'stored') return again(ctx, known, sourceHash)
  if (!known) await allowOneMore(ctx)
  const { full, thumb, width, height } = await readPixels(bytes)
  const storageKey = `${ctx.now.toISOString().slice(0, 7)}/${randomToken()}`
  await insertAwaited(ctx.db, id, ctx.me.id, storageKey, ctx.now)
  await keep(ctx, storageKey, { full, thumb })
  const kept: Kept = {
    storageKey,
    sourceHash,
    fullHash: sha256(full),
    thumbHash: sha256(thumb),
    width,
    height,
    bytes: full.length,
  }
  if (await markStored(ctx.db, id, ctx.me.id, kept, ctx.now)) {
    ctx.outside.after(() => checkPhotos(ctx.outside))
    return toPhoto(ctx, { id, key: storageKey })
  }
  await removeBytes(ctx.outside, storageKey)
  const winner = await findPhoto(ctx.db, id)
  if (winner?.ownerId !== ctx.me.id) return refuse('not-found')
  if (winner.state === 'awaited') return refuse('busy')
  return again(ctx, winner, sourceHash)
}

const again = (ctx: Ctx, photo: PhotoRow, sourceHash: string): Photo =>
  photo.sourceHash === sourceHash ? toPhoto(ctx, { id: photo.id, key: photo.storageKey }) : refuse('id-reused')

const allowOneMore = async (ctx: Ctx) => {
  const dayAgo = new Date(ctx.now.getTime() - 86_400_000)
  if ((await countSince(ctx.db, ctx.me.id, dayAgo)) >= photoLimits.perDay)
    throw new Refusal('too-many', undefined, 3600)
}

/** A store that does not answer is nobody's fault here: the phone keeps the photo and sends it again. */
const keep = async ({ outside }: Ctx, key: string, sizes: Parameters<typeof keepBytes>[2]) => {
  try {
    await keepBytes(outside, key, sizes)
  } catch (error) {
    outside.log.error({ error: (error as Error).message }, 'photo store refused')
    refuse('busy')
  }
}
