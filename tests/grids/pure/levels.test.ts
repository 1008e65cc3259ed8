import { ladder, levelAbove, levelNames } from '@huiyin/shared/grids/area.ts'
import { expect, test } from 'vitest'

test('from the grid one climbs to the village, the township and the district, and no further', () => {
  expect(levelAbove('grid')).toBe('community')
  expect(levelAbove('community')).toBe('township')
  expect(levelAbove('township')).toBe('district')
  expect(levelAbove('district')).toBe('district')
  expect(new Set(ladder.map(it => levelNames[it])).size).toBe(4)
})
