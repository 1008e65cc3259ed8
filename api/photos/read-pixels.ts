import { Refusal } from '@huiyin/shared/core/problem.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { formatOf, isHeic } from '@huiyin/shared/photos/picture-formats.ts'
import { pictureLimits } from '@huiyin/shared/photos/picture-limits.ts'
import { partsOf, plannedSize, type Size } from '@huiyin/shared/photos/picture-plan.ts'
import type { Sharp } from 'sharp'
import type { Ctx } from '../core/context.ts'
import { fairTurns } from '../core/fair-turns.ts'
import { isHeavy, isTooBig } from './picture-cost.ts'

/** `parts`: JPEGs from above; of anything but a long picture only one. Width and height are those of the whole. */
export type Pixels = { parts: Uint8Array[]; thumb: Uint8Array; width: number; height: number }

/** Everything in this process that opens pictures waits here for its turn. */
const turns = fairTurns(photoLimits.openAtOnce)

/** Who asks, and until when he waits. */
export type Asking = Pick<Ctx, 'late'> & { me: Pick<Ctx['me'], 'id'> }

export const inTurn = <T>({ me, late }: Asking, heavy: boolean, work: () => Promise<T>): Promise<T> =>
  turns({ personId: me.id, heavy, late }, work)

/** Loaded with the first photo: its native library would cost every cold start some 40 ms. */
export const loadSharp = async () => {
  const { default: sharp } = await import('sharp')
  // What was opened is not wanted a second time; kept pictures would be memory that no gate knows of.
  sharp.cache(false)
  return sharp
}

/**
 * Re-encodes a photo as JPEG in two sizes, upright, on white, without EXIF or anything behind the picture; opened once, the full size
 * in parts where it is long. What
 * the bytes say they are decides: SVG, GIF, PDF and the like never reach the decoder.
 * Refuses `not-a-photo`, `photo-heic`, `photo-too-big` and `photo-unreadable`.
 */
export const readPixels = async (asking: Asking, bytes: Uint8Array): Promise<Pixels> => {
  if (!formatOf(bytes)) throw new Refusal(isHeic(bytes) ? 'photo-heic' : 'not-a-photo')
  const sharp = await loadSharp()
  // `truncated`: decoders warn of much that does no harm, and cameras and chat programs write it.
  const opened = sharp(bytes, { limitInputPixels: photoLimits.pixels, failOn: 'truncated', sequentialRead: true })
  try {
    const header = await opened.metadata()
    if (isTooBig(header)) throw new Refusal('photo-too-big')
    return await inTurn(asking, isHeavy(header), () => shrink(opened, plannedSize(header.autoOrient), sharp))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(/pixel limit/.test((error as Error).message) ? 'photo-too-big' : 'photo-unreadable')
  }
}

const shrink = async (opened: Sharp, size: Size, sharp: Awaited<ReturnType<typeof loadSharp>>): Promise<Pixels> => {
  const { data, info } = await opened
    .autoOrient()
    .resize({ ...size, fit: 'fill', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const encode = (part: Part) =>
    encodedPart(() => pixels().extract({ left: 0, top: part.top, width: info.width, height: part.height }))
  const cut = partsOf(info)
  const parts: Uint8Array[] = []
  if (cut.length === 1) parts.push(await pixels().jpeg({ quality: photoLimits.full.quality }).toBuffer())
  else for (const part of cut) parts.push(await encode(part))
  const thumb = await pixels().resize(thumbOf(info)).jpeg({ quality: photoLimits.thumb.quality }).toBuffer()
  return { parts, thumb, width: info.width, height: info.height }
}

type Part = ReturnType<typeof partsOf>[number]

/** As good as it may be within what a part may weigh. */
const encodedPart = async (cut: () => Sharp): Promise<Uint8Array> => {
  let part: Uint8Array = new Uint8Array()
  for (const quality of photoLimits.partQualities) {
    part = await cut().jpeg({ quality }).toBuffer()
    if (part.length <= pictureLimits.partBytes) break
  }
  return part
}

const { edge } = photoLimits.thumb

/** Of a picture that is long for its width, the small size shows the beginning: all of it would be a thread. */
const thumbOf = ({ width, height }: Size) => {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  if (long <= short * 3) return { width: edge, height: edge, fit: 'inside', withoutEnlargement: true } as const
  const cover = { fit: 'cover', position: 'left top', withoutEnlargement: true } as const
  return width > height
    ? { ...cover, width: edge, height: Math.round(edge / 3) }
    : { ...cover, width: Math.round(edge / 3), height: edge }
}
