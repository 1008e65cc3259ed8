import {
  type Availability,
  type Busy,
  type HoursRule,
  isOff,
  nearestTo,
  slotsOf,
} from '@huiyin/shared/consultations/slots.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { expect, test } from 'vitest'

/** A Tuesday; hours from two to five in the afternoon, half an hour each with ten minutes behind it. */
const today = '2026-11-24'
const shanghai = (text: string) => new Date(`2026-11-24T${text}:00+08:00`)
const now = shanghai('10:00')
const rule = (more: Partial<HoursRule> = {}): HoursRule => ({
  ...{ id: 'r', adviserId: 'a', communityId: 'v1', placeId: 'p', mode: 'onsite', weekday: 2, from: 840, to: 1020 },
  ...{ slotMinutes: 30, bufferMinutes: 10, capacity: 1, noticeMinutes: 0, horizonDays: 60, since: '2020-01-01' },
  ...{ until: null, onDaysOff: false, ...more },
})
const busyFrom = (from: string, to: string, more: Partial<Busy> = {}): Busy => ({
  ...{ adviserId: 'a', startsAt: shanghai(from), endsAt: shanghai(to), blockedUntil: shanghai(to) },
  ...{ communityId: 'v1', mode: 'onsite', left: 0, ...more },
})
const clocks = (it: Partial<Availability>, at = now, days = 1) =>
  slotsOf(
    {
      ...{ rules: [rule()], extras: [], busy: [], calendar: { isWorkday: () => true }, isAnnounced: () => true },
      ...{ travelMinutes: 30, ...it },
    },
    at,
    today,
    days,
  ).map(it => new Date(it.startsAt.getTime() + 8 * 3_600_000).toISOString().slice(11, 16))

const all = ['14:00', '14:40', '15:20', '16:00']
const without = (...gone: string[]) => all.filter(it => !gone.includes(it))

test('a rest that is too short for one is left, and one that just fits is used', () => {
  expect(clocks({})).toEqual(all)
  expect(clocks({ rules: [rule({ to: 990 })] })).toEqual(all)
  expect(clocks({ rules: [rule({ to: 989 })] })).toEqual(without('16:00'))
})

test('what ends when a time begins is not in its way; what begins within the rest behind it is', () => {
  const there = { rules: [rule()] }
  expect(clocks({ ...there, busy: [busyFrom('13:00', '14:00')] })).toEqual(all)
  expect(clocks({ ...there, busy: [busyFrom('13:00', '14:01')] })).toEqual(without('14:00'))
  expect(clocks({ ...there, busy: [busyFrom('16:40', '17:00')] })).toEqual(all)
  expect(clocks({ ...there, busy: [busyFrom('16:39', '17:00')] })).toEqual(without('16:00'))
  const blocked = { blockedUntil: shanghai('14:10') }
  expect(clocks({ ...there, busy: [busyFrom('13:00', '13:50', blocked)] })).toEqual(without('14:00'))
})

test('from another village he needs half an hour of travel, before and after, to the minute', () => {
  const away = { communityId: 'v2' }
  expect(clocks({ busy: [busyFrom('13:00', '13:30', away)] })).toEqual(all)
  expect(clocks({ busy: [busyFrom('13:00', '13:31', away)] })).toEqual(without('14:00'))
  expect(clocks({ busy: [busyFrom('17:00', '17:30', away)] })).toEqual(all)
  expect(clocks({ busy: [busyFrom('16:59', '17:30', away)] })).toEqual(without('16:00'))
  expect(clocks({ busy: [busyFrom('13:00', '13:59', away)], travelMinutes: 0 })).toEqual(all)
})

test('nobody travels to a telephone, nor in the same village, nor from leave', () => {
  for (const more of [
    { communityId: 'v2', mode: 'phone' as const },
    { communityId: 'v1' },
    { communityId: null, mode: null },
  ])
    expect(clocks({ busy: [busyFrom('13:00', '13:59', more)] })).toEqual(all)
  expect(
    clocks({ rules: [rule({ mode: 'video' })], busy: [busyFrom('13:00', '13:59', { communityId: 'v2' })] }),
  ).toEqual(all)
})

test('another adviser’s meeting is in nobody’s way, and leave from yesterday until tomorrow is', () => {
  expect(clocks({ busy: [busyFrom('14:00', '17:00', { adviserId: 'b' })] })).toEqual(all)
  const leave = busyFrom('14:00', '15:00', { communityId: null, mode: null })
  const long = { startsAt: new Date('2026-11-22T02:00:00Z'), endsAt: new Date('2026-11-26T02:00:00Z') }
  expect(clocks({ busy: [{ ...leave, ...long, blockedUntil: long.endsAt }] })).toEqual([])
})

test('what begins in the first minutes of tomorrow is in the way of the last time of today, and the other way round', () => {
  const late = rule({ from: 1380, to: 1440, slotMinutes: 60, bufferMinutes: 30 })
  const tomorrow = { startsAt: new Date('2026-11-24T16:10:00Z'), endsAt: new Date('2026-11-24T17:00:00Z') }
  const busy = [{ ...busyFrom('14:00', '15:00'), ...tomorrow, blockedUntil: tomorrow.endsAt }]
  expect(clocks({ rules: [late] })).toEqual(['23:00'])
  expect(clocks({ rules: [late], busy })).toEqual([])
  const early = rule({ weekday: 2, from: 0, to: 60, slotMinutes: 60 })
  const yesterday = { startsAt: new Date('2026-11-23T15:00:00Z'), endsAt: new Date('2026-11-23T15:55:00Z') }
  const before = [
    { ...busyFrom('14:00', '15:00', { communityId: 'v2' }), ...yesterday, blockedUntil: yesterday.endsAt },
  ]
  expect(clocks({ rules: [early] }, new Date('2026-11-23T00:00:00Z'))).toEqual(['00:00'])
  expect(clocks({ rules: [early], busy: before }, new Date('2026-11-23T00:00:00Z'))).toEqual([])
})

test('a lecture with seats is offered with what is left; full, or another one at that time, it is not', () => {
  const lecture = rule({ capacity: 5 })
  const seats = (more: Partial<Busy>) =>
    slotsOf(
      {
        ...{ rules: [lecture], extras: [], busy: [busyFrom('14:00', '14:30', more)], travelMinutes: 30 },
        ...{ calendar: { isWorkday: () => true }, isAnnounced: () => true },
      },
      now,
      today,
      1,
    ).find(it => it.startsAt.getTime() === shanghai('14:00').getTime())?.left
  expect(seats({ left: 2 })).toBe(2)
  expect(seats({ left: 0 })).toBeUndefined()
  expect(seats({ left: 2, communityId: 'v2' })).toBeUndefined()
  expect(seats({ left: 2, startsAt: shanghai('13:59') })).toBeUndefined()
  expect(seats({ left: 2, endsAt: shanghai('14:31') })).toBeUndefined()
  expect(seats({ left: 2, adviserId: 'b' })).toBe(5)
})

test('the notice counts to the minute, and the horizon includes its last day', () => {
  const notice = rule({ noticeMinutes: 240 })
  expect(clocks({ rules: [notice] })).toEqual(all)
  expect(clocks({ rules: [notice] }, shanghai('10:01'))).toEqual(without('14:00'))
  expect(clocks({ rules: [rule({ horizonDays: 7 })] }, now, 8)).toEqual([...all, ...all])
  expect(clocks({ rules: [rule({ horizonDays: 6 })] }, now, 8)).toEqual(all)
  const { weekday: _, since: __, until: ___, onDaysOff: ____, ...shape } = rule({ horizonDays: 0 })
  const extras = [{ ...shape, day: today }]
  expect(clocks({ rules: [], extras })).toEqual(all)
  expect(clocks({ rules: [], extras }, new Date(now.getTime() - 86_400_000))).toEqual([])
  expect(clocks({ rules: [], extras: [{ ...shape, noticeMinutes: 300, day: today }] })).toEqual(['15:20', '16:00'])
})

test('hours of one day hold on a day off, and no year leaves them in doubt', () => {
  const { weekday: _, since: __, until: ___, onDaysOff: ____, ...shape } = rule()
  const off = { calendar: { isWorkday: () => false }, isAnnounced: () => false }
  expect(clocks({ ...off })).toEqual([])
  expect(clocks({ ...off, rules: [], extras: [{ ...shape, day: today }] })).toEqual(all)
})

test('hours hold from their first day to their last', () => {
  const on = (more: Partial<HoursRule>) => clocks({ rules: [rule(more)] }).length
  expect([on({ since: today }), on({ since: '2026-11-25' })]).toEqual([4, 0])
  expect([on({ until: today }), on({ until: '2026-11-23' }), on({ weekday: 3 })]).toEqual([4, 0, 0])
})

test('times come in their order, those at once by adviser, whoever was listed first', () => {
  const order = (...ids: string[]) =>
    slotsOf(
      {
        ...{ rules: ids.map(adviserId => rule({ adviserId })), extras: [], busy: [], travelMinutes: 30 },
        ...{ calendar: { isWorkday: () => true }, isAnnounced: () => true },
      },
      now,
      today,
      1,
    ).map(it => `${it.adviserId}${it.startsAt.toISOString().slice(11, 16)}`)
  expect(order('b', 'a')).toEqual(order('a', 'b'))
  expect(order('b', 'a').slice(0, 3)).toEqual(['a06:00', 'b06:00', 'a06:40'])
})

test('a weekday that is not worked is off, a weekend is not', () => {
  const never = { isWorkday: () => false }
  expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(it => isOff(never, it))).toEqual([
    ...[true, false, false, true],
  ])
  expect(isOff({ isWorkday: () => true }, '2026-11-27')).toBe(false)
})

test('the nearest are told in the order of the day, whichever side they lie on', () => {
  const slots = slotsOf(
    {
      ...{ rules: [rule()], extras: [], busy: [], travelMinutes: 30 },
      ...{ calendar: { isWorkday: () => true }, isAnnounced: () => true },
    },
    now,
    today,
    1,
  )
  const near = (text: string, most: number) => nearestTo(slots, shanghai(text), most).map(it => slots.indexOf(it))
  expect(near('16:10', 2)).toEqual([2, 3])
  expect(near('13:00', 2)).toEqual([0, 1])
  expect(near('15:00', 3)).toEqual([0, 1, 2])
  expect(shanghaiDay(slots[0]?.startsAt ?? now)).toBe(today)
})
