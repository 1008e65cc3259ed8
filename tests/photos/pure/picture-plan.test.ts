import { pictureLimits } from '@huiyin/shared/photos/picture-limits.ts'
import { mostBytes, partsOf, plannedSize } from '@huiyin/shared/photos/picture-plan.ts'
import { expect, test } from 'vitest'

test.each([
  ['an ordinary photo', [4000, 3000], [1600, 1200]],
  ['one held upright', [3000, 4000], [1200, 1600]],
  ['a wide one, of which the shorter side counts', [4000, 2250], [1920, 1080]],
  ['the picture of a screen', [1080, 2400], [1080, 2400]],
  ['that of a large screen', [1440, 3200], [1080, 2400]],
  ['a long chat', [1080, 14_000], [1080, 14_000]],
  ['a small one', [400, 300], [400, 300]],
  ['a thread', [1, 20_000], [1, 20_000]],
])('%s', (_, [width = 0, height = 0], planned) => {
  const size = plannedSize({ width, height })
  expect([size.width, size.height]).toEqual(planned)
})

test.each([
  ['the picture of a screen stays whole', [1080, 2400], 1],
  ['one line more makes two', [1080, 2401], 2],
  ['a long chat', [1080, 14_000], 6],
  ['what is wide stays whole', [9000, 1080], 1],
])('%s', (_, [width = 0, height = 0], count) => {
  const parts = partsOf({ width, height })
  expect(parts).toHaveLength(count)
  expect(parts.reduce((end, part) => (part.top === end ? end + part.height : Number.NaN), 0)).toBe(height)
  if (count > 1) expect(Math.max(...parts.map(it => it.height))).toBeLessThanOrEqual(pictureLimits.longest)
})

test('a long picture may weigh so much for each of its parts, and never more than may be sent', () => {
  expect(mostBytes({ width: 1600, height: 1200 })).toBe(pictureLimits.bytes)
  expect(mostBytes({ width: 1080, height: 7200 })).toBe(3 * pictureLimits.partBytes)
  expect(mostBytes({ width: 1080, height: 30_000 })).toBe(4 * 1024 * 1024)
})
