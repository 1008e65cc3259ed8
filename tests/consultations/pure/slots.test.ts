import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { dayAfter, midnightOf, weekdayOf } from '@huiyin/shared/consultations/days.ts'
import { type Busy, type HoursRule, nearestTo, slotsOf } from '@huiyin/shared/consultations/slots.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const minute = 60_000
const now = new Date('2026-11-24T02:00:00.000Z')
const today = '2026-11-24'
const weekends = { isWorkday: (day: string) => weekdayOf(day) <= 5 }

const rule = (more: Partial<HoursRule> = {}): HoursRule => ({
  ...{ id: 'r', adviserId: 'a', communityId: 'v1', placeId: 'p', mode: 'onsite', weekday: 2, from: 840, to: 1020 },
  ...{ slotMinutes: 30, bufferMinutes: 10, capacity: 1, noticeMinutes: 0, horizonDays: 60, since: '2020-01-01' },
  ...{ until: null, onDaysOff: false, ...more },
})
const { travelMinutes } = bookingLimits
const offered = (it: Partial<Parameters<typeof slotsOf>[0]>, days = 30, at = now) =>
  slotsOf(
    { rules: [], extras: [], busy: [], calendar: weekends, isAnnounced: () => true, travelMinutes, ...it },
    at,
    today,
    days,
  )

/** Hours of some advisers, one each. */
const rules = fc
  .array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 0, max: 1300 }),
      length: fc.integer({ min: 0, max: 400 }),
      slotMinutes: fc.integer({ min: 10, max: 240 }),
      bufferMinutes: fc.integer({ min: 0, max: 120 }),
      noticeMinutes: fc.integer({ min: 0, max: 20_160 }),
      horizonDays: fc.integer({ min: 1, max: 90 }),
      mode: fc.constantFrom('onsite' as const, 'phone' as const, 'video' as const),
      capacity: fc.constantFrom(1, 1, 3),
      onDaysOff: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map(all =>
    all.map(({ from, length, ...more }, n) =>
      rule({
        ...more,
        id: `r${n}`,
        adviserId: `a${n}`,
        communityId: `v${n % 3}`,
        from,
        to: Math.min(1440, from + length),
      }),
    ),
  )
const busy = fc.array(
  fc.record({
    adviser: fc.nat({ max: 7 }),
    start: fc.integer({ min: -2000, max: 40_000 }),
    length: fc.integer({ min: 1, max: 3000 }),
    buffer: fc.integer({ min: 0, max: 60 }),
    leave: fc.boolean(),
  }),
  { maxLength: 12 },
)
const toBusy = ({
  adviser,
  start,
  length,
  buffer,
  leave,
}: {
  adviser: number
  start: number
  length: number
  buffer: number
  leave: boolean
}): Busy => {
  const startsAt = new Date(now.getTime() + start * minute)
  const endsAt = new Date(startsAt.getTime() + length * minute)
  return {
    adviserId: `a${adviser}`,
    ...{ startsAt, endsAt, blockedUntil: new Date(endsAt.getTime() + (leave ? 0 : buffer) * minute), left: 0 },
    ...(leave ? { communityId: null, mode: null } : { communityId: 'v9', mode: 'onsite' as const }),
  }
}

test('whatever the hours, every offered time lies inside of them, after the notice, before the horizon, and beside everything else', () => {
  fc.assert(
    fc.property(rules, busy, (rules, taken) => {
      const busy = taken.map(toBusy)
      const slots = offered({ rules, busy })
      for (const slot of slots) {
        const own = rules.find(it => it.adviserId === slot.adviserId) as HoursRule
        const day = shanghaiDay(slot.startsAt)
        const from = (slot.startsAt.getTime() - midnightOf(day).getTime()) / minute
        expect(weekdayOf(day)).toBe(own.weekday)
        expect(from).toBeGreaterThanOrEqual(own.from)
        expect(from + own.slotMinutes).toBeLessThanOrEqual(own.to)
        expect(slot.endsAt.getTime() - slot.startsAt.getTime()).toBe(own.slotMinutes * minute)
        expect(slot.startsAt.getTime()).toBeGreaterThanOrEqual(now.getTime() + own.noticeMinutes * minute)
        expect(day <= dayAfter(today, own.horizonDays)).toBe(true)
        for (const it of busy.filter(it => it.adviserId === slot.adviserId)) {
          const until = slot.endsAt.getTime() + own.bufferMinutes * minute
          expect(it.startsAt.getTime() < until && slot.startsAt < it.blockedUntil).toBe(false)
          if (it.mode !== 'onsite' || slot.mode !== 'onsite') continue
          const way = travelMinutes * minute
          expect(
            it.startsAt.getTime() < slot.endsAt.getTime() + way && slot.startsAt.getTime() < it.endsAt.getTime() + way,
          ).toBe(false)
        }
      }
      for (const [n, slot] of slots.entries()) {
        const next = slots.slice(n + 1).find(it => it.adviserId === slot.adviserId)
        const free = slot.endsAt.getTime() + slot.bufferMinutes * minute
        expect(next?.startsAt.getTime() ?? Infinity).toBeGreaterThanOrEqual(free)
        if (slots[n + 1]) expect(slots[n + 1]?.startsAt.getTime()).toBeGreaterThanOrEqual(slot.startsAt.getTime())
      }
    }),
    { numRuns: 500 },
  )
})

test('what is offered, booked one by one, never stands in its own way', () => {
  fc.assert(
    fc.property(rules, fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), (rules, picks) => {
      const busy: Busy[] = []
      for (const pick of picks) {
        const slots = offered({ rules, busy }, 21)
        const slot = slots[pick % Math.max(1, slots.length)]
        if (!slot) return
        const same = busy.find(
          it => it.adviserId === slot.adviserId && it.startsAt.getTime() === slot.startsAt.getTime(),
        )
        if (same) {
          expect(slot.left).toBe(same.left)
          same.left--
          continue
        }
        expect(slot.left).toBe(slot.capacity)
        const { adviserId, communityId, mode, startsAt, endsAt, capacity } = slot
        const blockedUntil = new Date(endsAt.getTime() + slot.bufferMinutes * minute)
        busy.push({ adviserId, communityId, mode, startsAt, endsAt, blockedUntil, left: capacity - 1 })
      }
    }),
    { numRuns: 200 },
  )
})

test('a holiday is off, a make-up day is worked, and hours on a Saturday are meant', () => {
  const calendar = { isWorkday: (day: string) => day !== '2026-12-01' && (weekdayOf(day) <= 5 || day === '2026-11-28') }
  const days = (more: Partial<HoursRule>) => [
    ...new Set(offered({ rules: [rule(more)], calendar }, 14).map(it => shanghaiDay(it.startsAt))),
  ]
  expect(days({ weekday: 2 })).toEqual(['2026-11-24'])
  expect(days({ weekday: 2, onDaysOff: true })).toEqual(['2026-11-24', '2026-12-01'])
  expect(days({ weekday: 6 })).toEqual(['2026-11-28', '2026-12-05'])
})

test('a year whose days off nobody has announced is marked, unless they do not matter', () => {
  const slots = (more: Partial<HoursRule>) => offered({ rules: [rule(more)], isAnnounced: year => year === '2026' }, 60)
  const marked = slots({}).map(it => [shanghaiDay(it.startsAt).slice(0, 4), it.daysUnknown] as const)
  expect(marked.length).toBeGreaterThan(10)
  for (const [year, unknown] of marked) expect(unknown).toBe(year !== '2026')
  expect(slots({ onDaysOff: true }).some(it => it.daysUnknown)).toBe(false)
})

test('hours of one day stand beside the weekly ones, and hours end with the day that was set', () => {
  const { weekday: _, since: __, until: ___, onDaysOff: ____, ...shape } = rule({ id: 'x', from: 540, to: 600 })
  const slots = offered(
    { rules: [rule({ since: '2026-12-01', until: '2026-12-08' })], extras: [{ ...shape, day: '2026-11-29' }] },
    30,
  )
  expect([...new Set(slots.map(it => shanghaiDay(it.startsAt)))]).toEqual(['2026-11-29', '2026-12-01', '2026-12-08'])
})

test('wherever the server stands, the hours are those of Shanghai', () => {
  const all = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'].map(tz => {
    process.env.TZ = tz
    return JSON.stringify(offered({ rules: [rule()] }))
  })
  delete process.env.TZ
  expect(new Set(all).size).toBe(1)
  expect(all[0]).toContain('2026-11-24T06:00:00.000Z')
})

test('the three nearest to a time that is gone, in the order of the day', () => {
  const near = nearestTo(offered({ rules: [rule()] }), new Date('2026-11-24T07:20:00.000Z'), 3)
  expect(near.map(it => it.startsAt.toISOString())).toEqual([
    '2026-11-24T06:40:00.000Z',
    '2026-11-24T07:20:00.000Z',
    '2026-11-24T08:00:00.000Z',
  ])
})
