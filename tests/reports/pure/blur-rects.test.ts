import { middleRect, movedRect, partMoves, rectBetween } from '@huiyin/miniapp/src/reports/publishing/blur-rects.ts'
import { Rect } from '@huiyin/shared/photos/photo.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const corner = fc.record({
  x: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
  y: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
})

test('two corners in any order make the part between them', () => {
  const part = { x: 0.2, y: 0.3, width: 0.4, height: 0.1 }
  for (const [a, b] of [
    [
      { x: 0.2, y: 0.3 },
      { x: 0.6, y: 0.4 },
    ],
    [
      { x: 0.6, y: 0.3 },
      { x: 0.2, y: 0.4 },
    ],
    [
      { x: 0.6, y: 0.4 },
      { x: 0.2, y: 0.3 },
    ],
  ] as const)
    expect(rectBetween(a, b)).toEqual(part)
})

test('whatever is tapped and moved, the part stays inside of the picture and can be sent', () => {
  fc.assert(
    fc.property(corner, corner, fc.array(fc.constantFrom(...partMoves), { maxLength: 60 }), (a, b, moves) => {
      const part = moves.reduce(movedRect, rectBetween(a, b))
      expect(Rect.safeParse(part).success).toBe(true)
    }),
  )
})

test('every button does what it says, and its opposite undoes it', () => {
  const opposites = [
    ['left', 'right'],
    ['up', 'down'],
    ['wider', 'narrower'],
    ['taller', 'lower'],
  ] as const
  for (const [one, other] of opposites) {
    expect(movedRect(middleRect, one)).not.toEqual(middleRect)
    expect(movedRect(movedRect(middleRect, one), other)).toEqual(middleRect)
  }
  expect(movedRect(middleRect, 'left').x).toBeLessThan(middleRect.x)
  expect(movedRect(middleRect, 'down').y).toBeGreaterThan(middleRect.y)
})
