import { ago, dayAndTime, span } from '@huiyin/miniapp/src/core/time.ts'
import { expect, test } from 'vitest'

const now = Date.parse('2026-11-23T02:00:00.000Z')

test.each([
  ['2026-11-23T06:05:00.000Z', '今天 14:05'],
  ['2026-11-22T15:59:00.000Z', '昨天 23:59'],
  ['2026-11-22T16:00:00.000Z', '今天 0:00'],
  ['2026-11-24T01:00:00.000Z', '明天 9:00'],
  ['2026-12-31T16:00:00.000Z', '2027年1月1日 0:00'],
  ['2027-01-04T01:30:00.000Z', '2027年1月4日 9:30'],
  ['2025-12-31T15:59:00.000Z', '2025年12月31日'],
  ['2026-11-01T00:30:00.000Z', '11月1日 8:30'],
])('%s is read in Chinese time as %s, whatever the phone is set to', (at, words) => {
  expect(dayAndTime(at, now)).toBe(words)
})

test.each([
  [20_000, '1 分钟'],
  [29 * 60_000, '29 分钟'],
  [2 * 3600_000, '2 小时'],
  [80 * 60_000, '1 小时 20 分钟'],
  [6 * 86400_000 + 23 * 3600_000, '6 天 23 小时'],
])('%d ms are said as %s', (ms, words) => {
  expect(span(ms)).toBe(words)
})

test('the last hour is told by how long ago it was', () => {
  expect(ago('2026-11-23T01:59:50.000Z', now)).toBe('刚刚')
  expect(ago('2026-11-23T01:55:00.000Z', now)).toBe('5 分钟前')
  expect(ago('2026-11-22T02:00:00.000Z', now)).toBe('昨天 10:00')
})
