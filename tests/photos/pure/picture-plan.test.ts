import { plannedSize } from '@huiyin/shared/photos/picture-plan.ts'
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
