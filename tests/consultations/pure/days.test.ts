import { dayAfter, midnightOf, monthAfter, monthSpan, weekdayOf } from '@huiyin/shared/consultations/days.ts'
import { expect, test } from 'vitest'

test('months follow each other over the end of the year, in both directions', () => {
  expect(monthAfter('2026-11', 1)).toBe('2026-12')
  expect(monthAfter('2026-11', 2)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect(monthAfter('2026-05', 0)).toBe('2026-05')
})

test('a month goes from midnight to midnight in Shanghai; several go to the end of the last', () => {
  const november = [new Date('2026-10-31T16:00:00Z'), new Date('2026-11-30T16:00:00Z')]
  expect(monthSpan('2026-11')).toEqual(november)
  expect(monthSpan('2026-11', '2027-01')).toEqual([november[0], new Date('2027-01-31T16:00:00Z')])
})

test('days are those of Shanghai, and the week begins on Monday', () => {
  expect(midnightOf('2026-11-24')).toEqual(new Date('2026-11-23T16:00:00Z'))
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekdayOf)).toEqual([1, 6, 7])
})
