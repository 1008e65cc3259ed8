import type { Rect } from '@huiyin/shared/photos/photo.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { type Asking, inTurn, loadSharp } from './read-pixels.ts'

/** Along its longer side a hidden part keeps at most so many blocks, and none is smaller than this many pixels. */
const mostBlocks = 6
const leastBlock = 40

/** Longest sides of the two copies, in pixels. */
const sizes = photoLimits.published

type Box = { left: number; top: number; width: number; height: number }

/**
 * New copies of a stored photo in which each part has become a few blocks of its mean colours: what was there is gone from
 * the bytes, not covered. `bytes` is a JPEG as `readPixels` made it.
 */
export const hideParts = async (
  asking: Asking,
  bytes: Uint8Array,
  rects: readonly Rect[],
): Promise<{ full: Uint8Array; thumb: Uint8Array }> => {
  const sharp = await loadSharp()
  return inTurn(asking, true, () => hide(sharp, bytes, rects))
}

const hide = async (sharp: Awaited<ReturnType<typeof loadSharp>>, bytes: Uint8Array, rects: readonly Rect[]) => {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: 3 as const }
  const open = () => sharp(data, { raw })
  const blocks = await Promise.all(
    rects.map(async rect => {
      const box = boxOf(rect, info)
      const few = await open()
        .extract(box)
        .resize({ ...fewOf(box), fit: 'fill', kernel: 'linear' })
        .png()
        .toBuffer()
      const input = await sharp(few)
        .resize({ ...sizeOf(box), fit: 'fill', kernel: 'nearest' })
        .png()
        .toBuffer()
      return { input, left: box.left, top: box.top }
    }),
  )
  // Laying one picture on another gives it a fourth channel.
  const { data: pixels, info: made } = await open().composite(blocks).raw().toBuffer({ resolveWithObject: true })
  const shrink = (edge: number) =>
    sharp(pixels, { raw: { width: made.width, height: made.height, channels: made.channels } })
      .removeAlpha()
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer()
  return { full: await shrink(sizes.full), thumb: await shrink(sizes.thumb) }
}

/** In whole pixels, outwards, never beyond the picture. */
const boxOf = (rect: Rect, { width, height }: { width: number; height: number }): Box => {
  const left = Math.min(Math.floor(rect.x * width), width - 1)
  const top = Math.min(Math.floor(rect.y * height), height - 1)
  const right = Math.min(Math.ceil((rect.x + rect.width) * width), width)
  const bottom = Math.min(Math.ceil((rect.y + rect.height) * height), height)
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
}

const sizeOf = ({ width, height }: Box) => ({ width, height })

const fewOf = ({ width, height }: Box) => {
  const block = Math.max(leastBlock, Math.max(width, height) / mostBlocks)
  return { width: Math.max(1, Math.round(width / block)), height: Math.max(1, Math.round(height / block)) }
}
