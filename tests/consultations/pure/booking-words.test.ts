import { dayWords, lastingWords, monthWords } from '@huiyin/miniapp/src/consultations/when.ts'
import {
  bookingStateNames,
  bookingStates,
  outcomeNames,
  outcomes,
} from '@huiyin/shared/consultations/booking-states.ts'
import { officeContactShape, officeHoursShape } from '@huiyin/shared/consultations/office-desk.ts'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

test('every state and every outcome has a name of its own', () => {
  expect(new Set(bookingStates.map(it => bookingStateNames[it])).size).toBe(bookingStates.length)
  expect(new Set(outcomes.map(it => outcomeNames[it])).size).toBe(outcomes.length)
})

test('a published number is a mobile one, one with its area, or a short one, and nothing around it', () => {
  const fits = (phone: unknown) => z.safeParse(z.object(officeContactShape), { phone, photoId: null }).success
  const good = ['13912345678', '0571-87654321', '05718765432', '010-87654321', '12348', '87654321', null]
  expect(good.map(fits)).toEqual(good.map(() => true))
  const bad = ['a13912345678', '12348a', '1', '1a2345678901', '05-7654321', '0ab-7654321', '1234', 'abcde', '']
  expect(bad.map(fits)).toEqual(bad.map(() => false))
  expect(z.safeParse(z.object(officeContactShape), {}).success).toBe(false)
})

test('hours name their place and weekday', () => {
  expect(z.safeParse(z.object(officeHoursShape), {}).success).toBe(false)
  expect(Object.keys(officeHoursShape)).toEqual(
    expect.arrayContaining(['communityId', 'placeId', 'from', 'to', 'weekday']),
  )
})

test.each([
  ['2026-11-24', '今天（周二）'],
  ['2026-11-28', '周六 11月28日'],
  ['2027-01-02', '周六 2027年1月2日'],
  ['2025-11-28', '周五 2025年11月28日'],
])('the day %s is called %s, with its year where it is another', (day, words) => {
  expect(dayWords(day, Date.parse('2026-11-24T02:00:00.000Z'))).toBe(words)
})

test('a card that is handed on, and a month of the record, carry the year where it is another', () => {
  const eve = Date.parse('2026-12-31T15:59:59.000Z')
  const lecture = { startsAt: '2027-01-02T11:00:00.000Z', endsAt: '2027-01-02T12:30:00.000Z' }
  expect(lastingWords(lecture, eve)).toBe('2027年1月2日（周六）19:00–20:30')
  expect(lastingWords(lecture, eve + 1000)).toBe('1月2日（周六）19:00–20:30')
  expect([monthWords('2026-12', eve), monthWords('2026-12', eve + 1000)]).toEqual(['12 月', '2026 年 12 月'])
})
