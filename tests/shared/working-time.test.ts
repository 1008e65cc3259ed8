import { calendarWith } from '@huiyin/api/grids/calendar.ts'
import {
  after,
  type Calendar,
  type ClockKind,
  minutesBetween,
  reckonedAnew,
  shanghaiDay,
} from '@huiyin/shared/core/working-time.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const day = 86_400_000
const shanghai = (text: string) => new Date(`${text}+08:00`)
const published = calendarWith([])

/** Year ends, leap days and the days around make-up workdays come up often. */
const moments = fc
  .tuple(
    fc.constantFrom(
      '2024-02-28',
      '2024-02-29',
      '2024-12-31',
      '2025-12-31',
      '2026-01-01',
      '2026-02-14',
      '2026-02-28',
      '2026-10-01',
    ),
    fc.integer({ min: -3 * 1440, max: 3 * 1440 }),
  )
  .map(([from, minutes]) => new Date(shanghai(`${from}T00:00`).getTime() + minutes * 60_000))
const spans = fc.integer({ min: 1, max: 20_000 })
const clocks = fc.constantFrom<ClockKind>('always', 'workdays', 'hours')

/** Minutes of the clock between two moments, counted one by one: slow and plain. */
const worked = (from: Date, to: Date, clock: ClockKind, calendar: Calendar) => {
  let minutes = 0
  const known = new Map<number, boolean>()
  const isWorked = (at: number) => {
    const index = Math.floor((at + 8 * 3_600_000) / day)
    const found = known.get(index) ?? calendar.isWorkday(shanghaiDay(new Date(at)))
    known.set(index, found)
    return found
  }
  for (let at = from.getTime(); at < to.getTime(); at += 60_000) {
    const hour = Math.floor(((at + 8 * 3_600_000) % day) / 3_600_000)
    const counts = clock !== 'hours' || (hour >= 8 && hour < 20)
    if (clock === 'always' || (counts && isWorked(at))) minutes++
  }
  return minutes
}

test('between a start and its deadline lie exactly the minutes of the term, whatever days lie between', () => {
  fc.assert(
    fc.property(moments, spans, clocks, (start, minutes, clock) => {
      expect(worked(start, after(start, minutes, clock, published), clock, published)).toBe(minutes)
    }),
    { numRuns: 200 },
  )
})

test('what is left of a term is counted back to the minute', () => {
  fc.assert(
    fc.property(moments, spans, clocks, (start, minutes, clock) => {
      expect(minutesBetween(start, after(start, minutes, clock, published), clock, published)).toBe(minutes)
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['a day off before it puts it off', 'hours', '2026-11-25', false, '2026-11-26T08:20'],
  ['a day off behind it leaves it alone', 'hours', '2026-11-26', false, '2026-11-25T08:20'],
  ['a clock that never stops knows no days', 'always', '2026-11-25', false, '2026-11-25T08:20'],
] as const)('%s', (_, clock, day, working, then) => {
  const now = shanghai('2026-11-24T19:50')
  const changed = calendarWith([{ day, working }], 1)
  const due = shanghai('2026-11-25T08:20')
  expect(reckonedAnew(due, now, clock, [published, changed])).toEqual(shanghai(then))
  expect(reckonedAnew(now, now, clock, [published, changed])).toEqual(now)
})

test('later starts and longer terms never end earlier', () => {
  fc.assert(
    fc.property(moments, spans, spans, clocks, (start, minutes, more, clock) => {
      const end = after(start, minutes, clock, published)
      expect(after(start, minutes + more, clock, published).getTime()).toBeGreaterThan(end.getTime())
      const later = after(new Date(start.getTime() + more * 60_000), minutes, clock, published)
      expect(later.getTime()).toBeGreaterThanOrEqual(end.getTime())
    }),
  )
})

test.each([
  ['over the year end, New Year being off', '2025-12-31T19:00', 120, 'hours', '2026-01-04T09:00'],
  ['on a Saturday that is worked for a holiday', '2026-02-13T19:30', 60, 'hours', '2026-02-14T08:30'],
  ['over the spring festival', '2026-02-14T19:00', 120, 'hours', '2026-02-24T09:00'],
  ['over 29 February', '2024-02-28T12:00', 1440, 'workdays', '2024-02-29T12:00'],
  ['with the clock that never stops', '2024-02-28T23:30', 60, 'always', '2024-02-29T00:30'],
] as const)('%s', (_, start, minutes, clock, end) => {
  expect(after(shanghai(start), minutes, clock, published)).toEqual(shanghai(end))
})

test('beyond the published years weekends are off, and the administrator has the last word', () => {
  const monday = shanghai('2029-01-08T09:00')
  expect(after(monday, 60, 'hours', published)).toEqual(shanghai('2029-01-08T10:00'))
  const off = calendarWith([{ day: '2029-01-08', working: false }])
  expect(after(monday, 60, 'hours', off)).toEqual(shanghai('2029-01-09T09:00'))
  const saturday = calendarWith([{ day: '2029-01-06', working: true }])
  expect(after(shanghai('2029-01-06T09:00'), 60, 'hours', saturday)).toEqual(shanghai('2029-01-06T10:00'))
})

test.each([
  ...['2029-01-01', '2029-05-01', '2029-05-02', '2029-10-01', '2029-10-02', '2029-10-03', '2029-04-04', '2029-02-12'],
  ...['2029-02-13', '2029-02-14', '2029-02-15', '2029-06-16', '2029-09-22'],
])('%s is off by law before any notice names it', day => {
  expect(published.isWorkday(day)).toBe(false)
  expect(calendarWith([{ day, working: true }]).isWorkday(day)).toBe(true)
})

test.each(['2029-01-02', '2029-02-16', '2029-04-06', '2029-05-03', '2029-10-04', '2029-12-31'])(
  '%s is worked: no law sets it free, and no notice is there yet',
  day => expect(published.isWorkday(day)).toBe(true),
)

test('a calendar without any workday still gives an answer', () => {
  fc.assert(
    fc.property(moments, spans, (start, minutes) => {
      const end = after(start, minutes, 'workdays', { isWorkday: () => false })
      expect(end.getTime()).toBeGreaterThan(start.getTime())
    }),
  )
})
