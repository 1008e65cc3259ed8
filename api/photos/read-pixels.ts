import { Refusal } from '@huiyin/shared/core/problem.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'

/** What the bytes say they are, before anything decodes them: SVG, GIF, PDF and the like never reach the decoder. */
const magic: readonly ((b: Uint8Array) => boolean)[] = [
  b => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff,
  b => text(b, 1, 4) === 'PNG' && b[0] === 0x89,
  b => text(b, 0, 4) === 'RIFF' && text(b, 8, 12) === 'WEBP',
  b => text(b, 4, 8) === 'ftyp' && ['heic', 'heix', 'mif1', 'heif'].includes(text(b, 8, 12)),
]

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

export type Pixels = { full: Uint8Array; thumb: Uint8Array; width: number; height: number }

/**
 * Re-encodes a photo as JPEG in two sizes, upright, without EXIF or anything behind the picture.
 * Refuses `not-a-photo`, `photo-too-big` and `photo-unreadable`.
 */
export const readPixels = async (bytes: Uint8Array): Promise<Pixels> => {
  if (!magic.some(matches => matches(bytes))) throw new Refusal('not-a-photo')
  // Loaded with the first photo: its native library would cost every cold start some 40 ms.
  const { default: sharp } = await import('sharp')
  const open = () => sharp(bytes, { limitInputPixels: photoLimits.pixels, failOn: 'warning', sequentialRead: true })
  try {
    const { width, height } = await open().metadata()
    if (width * height > photoLimits.pixels || Math.max(width, height) > photoLimits.longest)
      throw new Refusal('photo-too-big')
    const shrink = ({ edge, quality }: { edge: number; quality: number }) =>
      open()
        .autoOrient()
        .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, mozjpeg: false })
        .toBuffer({ resolveWithObject: true })
    const full = await shrink(photoLimits.full)
    const thumb = await shrink(photoLimits.thumb)
    return { full: full.data, thumb: thumb.data, width: full.info.width, height: full.info.height }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(/pixel limit/.test((error as Error).message) ? 'photo-too-big' : 'photo-unreadable')
  }
}
