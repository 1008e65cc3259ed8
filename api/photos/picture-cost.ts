import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { plannedSize } from '@huiyin/shared/photos/picture-plan.ts'
import type { Metadata } from 'sharp'

/** What its header says of a picture. */
export type Header = Pick<
  Metadata,
  'format' | 'width' | 'height' | 'channels' | 'depth' | 'isProgressive' | 'orientation'
>

const megabyte = 1e6

/** These are opened in strips, unless they are written in passes over the whole picture. */
const inStrips = ({ format, isProgressive }: Header) => (format === 'jpeg' || format === 'png') && !isProgressive

/** Whether all of its pixels are in memory at once while it is opened. */
export const isWhole = (header: Header): boolean =>
  !inStrips(header) || (header.format === 'png' && (header.orientation ?? 1) > 1)

/** Megabytes that opening it takes, roughly and at most: what it is brought to, and where it is whole every pixel of it. */
export const costOf = (header: Header): number => {
  const { width, height, channels, depth, format } = header
  const kept = plannedSize(header)
  const bytesPerPixel = Math.max(channels, 3) * (format === 'jpeg' || depth !== 'uchar' ? 2 : 1)
  return (kept.width * kept.height * 3 * 2 + (isWhole(header) ? width * height * bytesPerPixel : 0)) / megabyte
}

export const isTooBig = (header: Header): boolean => {
  const pixels = header.width * header.height
  if (Math.max(header.width, header.height) > photoLimits.longest) return true
  return pixels > photoLimits.pixels || (isWhole(header) && pixels > photoLimits.wholePixels)
}

export const isHeavy = (header: Header): boolean => costOf(header) > photoLimits.heavyMegabytes
