import {
  arrivedDue,
  bookedDue,
  expireDue,
  holdEnd,
  isExtendable,
  proposalEnd,
  remindersOf,
  unconfirmedDue,
} from '@huiyin/shared/consultations/booking-clock.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { expect, test } from 'vitest'

const shanghai = (text: string) => new Date(`${text}+08:00`)
const startsAt = shanghai('2026-11-27T14:00:00')
const endsAt = shanghai('2026-11-27T14:30:00')
const span = { startsAt, endsAt }
const around = (at: Date) => [new Date(at.getTime() - 1), at] as const

test('she is reminded at six of the evening before and an hour before, and of nothing that has passed', () => {
  const evening = shanghai('2026-11-26T18:00:00')
  const hour = shanghai('2026-11-27T13:00:00')
  expect(remindersOf(span)).toEqual({ evening, hour })
  const [before, then] = around(evening)
  expect(bookedDue(span, before)).toEqual({ dueAt: evening, dueFor: 'evening' })
  expect(bookedDue(span, then)).toEqual({ dueAt: hour, dueFor: 'hour' })
  const [last, passed] = around(hour)
  expect(bookedDue(span, last)).toEqual({ dueAt: hour, dueFor: 'hour' })
  expect(bookedDue(span, passed)).toEqual({ dueAt: shanghai('2026-11-28T14:30:00'), dueFor: 'lapse' })
})

test('the evening before is that of Shanghai, also of a meeting just after midnight', () => {
  const early = { startsAt: shanghai('2026-11-27T00:30:00'), endsAt }
  expect(remindersOf(early).evening).toEqual(shanghai('2026-11-26T18:00:00'))
})

test('a time is kept for ten minutes at a time and half an hour at most', () => {
  const since = startsAt
  const plus = (minutes: number) => new Date(since.getTime() + minutes * 60_000)
  expect(holdEnd(since, since)).toEqual(plus(10))
  expect(holdEnd(plus(25), since)).toEqual(plus(30))
  expect(isExtendable(plus(29), { createdAt: since, holdUntil: plus(29) })).toBe(true)
  expect(isExtendable(plus(30), { createdAt: since, holdUntil: plus(29) })).toBe(false)
  expect(isExtendable(plus(29), { createdAt: since, holdUntil: plus(30) })).toBe(false)
  expect(isExtendable(plus(29), { createdAt: since, holdUntil: null })).toBe(true)
  expect(expireDue(plus(10))).toEqual({ dueAt: plus(10), dueFor: 'expire' })
})

test('a day to say something, a week to confirm; a lecture is over when it is over', () => {
  expect(arrivedDue(span, false)).toEqual({ dueAt: shanghai('2026-11-28T14:30:00'), dueFor: 'lapse' })
  expect(arrivedDue(span, true)).toEqual({ dueAt: endsAt, dueFor: 'lapse' })
  expect(unconfirmedDue(endsAt)).toEqual({ dueAt: shanghai('2026-12-04T14:30:00'), dueFor: 'lapse' })
})

test('a proposed time is kept for two days, not into its last hour, and never for less than ten minutes', () => {
  expect(proposalEnd(shanghai('2026-11-20T10:00:00'), startsAt)).toEqual(shanghai('2026-11-22T10:00:00'))
  expect(proposalEnd(shanghai('2026-11-26T14:00:00'), startsAt)).toEqual(shanghai('2026-11-27T13:00:00'))
  expect(proposalEnd(shanghai('2026-11-27T12:55:00'), startsAt)).toEqual(shanghai('2026-11-27T13:05:00'))
})

test('for one it is a talk, for several a lecture', () => {
  expect([1, 2].map(capacity => isLecture({ capacity }))).toEqual([false, true])
})

test('what the county was told about bookings', () => {
  expect(bookingLimits).toMatchObject({
    active: 2,
    noShows: 2,
    noShowDays: 90,
    perDay: 20,
    waitMinutes: 30,
    waitDays: 60,
  })
  expect(bookingLimits).toMatchObject({ words: 200, files: 6, nearest: 3, leaveDays: 366 })
})
