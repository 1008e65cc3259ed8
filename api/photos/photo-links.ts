import type { Loss, Photo } from '@huiyin/shared/photos/photo.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import type { Ctx } from '../core/context.ts'
import { sameText } from '../core/secrets.ts'
import { furtherParts } from './pieces.ts'

/** `check`: what the platform's picture check fetches. */
export type PhotoSize = 'full' | 'thumb' | 'check'

const windowMs = photoLimits.linkMinutes * 60_000
const checkMs = photoLimits.checkLinkMinutes * 60_000

/** A link lives one to two windows; it stays the same within one, so that a phone may cache the picture. */
export const linkUntil = (now: Date) => (Math.floor(now.getTime() / windowMs) + 2) * windowMs

type Maker = Pick<Ctx, 'now' | 'outside'>

const signed = ({ outside, now }: Maker, id: string, size: PhotoSize, until = linkUntil(now)): string =>
  `/api/photos/${id}/${size}?until=${until}&signature=${outside.keys.sign(`${id} ${size} ${until}`)}`

/** Path to the small size of a stored photo, for a list. */
export const thumbLink = (maker: Maker, id: string): string => signed(maker, id, 'thumb')

/** The same link to another part of a long picture; whoever may see one may see all. */
const atPart = (link: string, part: number): string => (part > 1 ? `${link}&part=${part}` : link)

/** Path for the platform to fetch one photo, or a part of it. */
export const checkLink = (maker: Maker, id: string, part: number): string =>
  atPart(signed(maker, id, 'check', maker.now.getTime() + checkMs), part)

export const isSigned = (
  { outside, now }: Maker,
  id: string,
  size: PhotoSize,
  until: number,
  signature: string,
): boolean => until >= now.getTime() && sameText(signature, outside.keys.sign(`${id} ${size} ${until}`))

/** A photo as this reader may fetch it now. `key` is null while its bytes are still on the phone, or `lost`. */
export const toPhoto = (
  maker: Maker,
  { id, key, lost }: { id: string; key: string | null; lost?: Loss | null },
): Photo => {
  if (key === null) return { id, state: 'awaited', url: null, thumbUrl: null, ...(lost && { lost }) }
  const url = signed(maker, id, 'full')
  const more = furtherParts(key).map(part => atPart(url, part))
  return { id, state: 'stored', url, thumbUrl: thumbLink(maker, id), ...(more.length > 0 && { more }) }
}

/** Sizes of the copies that are published; `review` is the full one while a publication is hidden. */
export type PublicSize = 'full' | 'thumb' | 'review'

export const publicLink = ({ outside, now }: Maker, id: string, size: PublicSize): string => {
  const until = linkUntil(now)
  return `/api/publications/photos/${id}/${size}?until=${until}&signature=${outside.keys.sign(`public ${id} ${size} ${until}`)}`
}

export const isPublicLink = (maker: Maker, id: string, size: PublicSize, until: number, signature: string): boolean =>
  until >= maker.now.getTime() && sameText(signature, maker.outside.keys.sign(`public ${id} ${size} ${until}`))
