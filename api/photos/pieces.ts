/**
 * Several pieces as one, so that one key of the store, one digest and one seal stand for all: the lengths of all but the last,
 * then the pieces. One alone is itself.
 */
export const pack = (pieces: readonly Uint8Array[]): Uint8Array => {
  const lengths = Buffer.alloc(4 * (pieces.length - 1))
  pieces.slice(0, -1).forEach((piece, index) => {
    lengths.writeUInt32BE(piece.length, 4 * index)
  })
  return Buffer.concat([lengths, ...pieces])
}

/** One of so many pieces, counted from 0; undefined when there are fewer. */
export const unpack = (bytes: Uint8Array, count: number, index: number): Uint8Array | undefined => {
  if (index >= count) return undefined
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lengths = Array.from({ length: count - 1 }, (_, at) => packed.readUInt32BE(4 * at))
  const begin = lengths.slice(0, index).reduce((sum, length) => sum + length, 4 * (count - 1))
  const length = lengths[index]
  return bytes.subarray(begin, length === undefined ? undefined : begin + length)
}

/** A key says in how many parts a picture lies under it; nothing, in one. */
export const keyOf = (month: string, token: string, parts: number): string =>
  parts > 1 ? `${month}/${token}.${parts}` : `${month}/${token}`

export const partsUnder = (key: string): number => Number(/\.(\d+)$/.exec(key)?.[1] ?? 1)

/** Which parts there are behind the first; their links go behind its own. */
export const furtherParts = (key: string): number[] =>
  Array.from({ length: partsUnder(key) - 1 }, (_, index) => index + 2)
