const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
/** The kind of a file in boxes (HEIF and its kin), at its beginning; '' for any other file. */
const brandOf = (bytes: Uint8Array) => (text(bytes, 4, 8) === 'ftyp' ? text(bytes, 8, 12) : '')

/** The formats that are taken, each known by its first bytes: what really opens them stands behind, whatever a file is called. */
export const pictureFormats = {
  jpeg: b => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff,
  png: b => b[0] === 0x89 && text(b, 1, 4) === 'PNG',
  webp: b => text(b, 0, 4) === 'RIFF' && text(b, 8, 12) === 'WEBP',
  avif: b => brandOf(b) === 'avif',
} as const satisfies Record<string, (bytes: Uint8Array) => boolean>

export type PictureFormat = keyof typeof pictureFormats

export const formatOf = (bytes: Uint8Array): PictureFormat | undefined =>
  (Object.keys(pictureFormats) as PictureFormat[]).find(name => pictureFormats[name](bytes))

/** What an iPhone takes unless it is told otherwise, and nothing here opens. */
export const isHeic = (bytes: Uint8Array): boolean =>
  ['heic', 'heix', 'hevc', 'mif1', 'msf1', 'heif'].includes(brandOf(bytes))
