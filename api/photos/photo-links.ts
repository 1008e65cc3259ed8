import type { Photo } from '@huiyin/shared/photos/photo.ts'
import type { Ctx } from '../core/context.ts'
import { sameText } from '../core/secrets.ts'

export type PhotoSize = 'full' | 'thumb'

const windowMs = 5 * 60_000

/** A link lives 5 to 10 minutes; it stays the same within 5, so that a phone may cache the picture. */
const untilOf = (now: Date) => (Math.floor(now.getTime() / windowMs) + 2) * windowMs

type Maker = Pick<Ctx, 'now' | 'outside'>

const signed = ({ outside, now }: Maker, id: string, size: PhotoSize): string => {
  const until = untilOf(now)
  return `/api/photos/${id}/${size}?until=${until}&signature=${outside.keys.sign(`${id} ${size} ${until}`)}`
}

export const isSigned = (
  { outside, now }: Maker,
  id: string,
  size: PhotoSize,
  until: number,
  signature: string,
): boolean => until >= now.getTime() && sameText(signature, outside.keys.sign(`${id} ${size} ${until}`))

/** A photo as this reader may fetch it now. `key` is null while its bytes are still on the phone. */
export const toPhoto = (maker: Maker, { id, key }: { id: string; key: string | null }): Photo =>
  key === null
    ? { id, state: 'awaited', url: null, thumbUrl: null }
    : { id, state: 'stored', url: signed(maker, id, 'full'), thumbUrl: signed(maker, id, 'thumb') }
