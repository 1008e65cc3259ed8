import { furtherParts, keyOf, pack, partsUnder, unpack } from '@huiyin/api/photos/pieces.ts'
import { expect, test } from 'vitest'

const pieces = [Buffer.from('first'), Buffer.from(''), Buffer.from('the third'), Buffer.from('4')]

test('what is packed comes out piece by piece, and nothing beyond', () => {
  const packed = pack(pieces)
  expect(pieces.map((_, index) => unpack(packed, 4, index))).toEqual(pieces)
  expect(unpack(packed, 4, 4)).toBeUndefined()
})

test('one piece alone is itself', () => {
  expect(pack([Buffer.from('alone')])).toEqual(Buffer.from('alone'))
  expect(unpack(Buffer.from('alone'), 1, 0)).toEqual(Buffer.from('alone'))
})

test('a key says how many parts lie under it; those of earlier versions say nothing, and are one', () => {
  expect([partsUnder(keyOf('2026-11', 'aB-_9', 6)), partsUnder('2026-11/aB-_9')]).toEqual([6, 1])
  expect([furtherParts('2026-11/a.3'), furtherParts('2026-11/a')]).toEqual([[2, 3], []])
})
