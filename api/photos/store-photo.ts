import {
  findPhoto,
  insertKey,
  type Kept,
  markRefused,
  markStored,
  type PhotoRow,
  reservePhoto,
} from '@huiyin/db/photos/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Photo } from '@huiyin/shared/photos/photo.ts'
import type { Ctx } from '../core/context.ts'
import { randomToken, sha256 } from '../core/secrets.ts'
import { checkPhotos } from './check-photos.ts'
import { keepBytes, removeBytes } from './photo-bytes.ts'
import { toPhoto } from './photo-links.ts'
import { keyOf, pack } from './pieces.ts'
import { readPixels } from './read-pixels.ts'
import { demandRoom, orRefusedForGood } from './upload-room.ts'

/**
 * Keeps the bytes of one photo. Order matters: the photo is named and counted, their key is noted, the bytes are kept, then the row
 * says `stored`. A crash between leaves bytes that `clearForgotten` finds by their key, never a row without bytes. The same bytes
 * again get the same answer, others are refused.
 */
export const storePhoto = async (ctx: Ctx, { id }: { id: string }): Promise<Photo> => {
  const bytes = ctx.file?.bytes ?? refuse('not-a-photo')
  const sourceHash = sha256(bytes)
  const known = await findPhoto(ctx.db, id)
  if (known && known.ownerId !== ctx.me.id) return refuse('not-found')
  if (known?.state === 'stored') return again(ctx, known, sourceHash)
  await demandRoom(ctx, id, reservePhoto)
  const read = readPixels(ctx, bytes).catch(orRefusedForGood(() => markRefused(ctx.db, id, ctx.me.id, ctx.now)))
  const { parts, thumb, width, height } = await read
  const full = pack(parts)
  const storageKey = keyOf(ctx.now.toISOString().slice(0, 7), randomToken(), parts.length)
  await insertKey(ctx.db, storageKey, ctx.now)
  await keepBytes(ctx, storageKey, { full, thumb })
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
