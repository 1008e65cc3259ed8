import sharp from 'sharp'

let drawn: Promise<Uint8Array> | undefined
/** A small real JPEG. */
export const photo = (): Promise<Uint8Array> => {
  drawn ??= sharp({ create: { width: 400, height: 300, channels: 3, background: '#8ab' } })
    .jpeg()
    .toBuffer()
    .then(it => new Uint8Array(it))
  return drawn
}
