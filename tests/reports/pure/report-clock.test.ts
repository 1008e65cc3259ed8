import {
  confirmClock,
  type DeadlineRow,
  escalatedClock,
  isLate,
  type Situation,
  stages,
  supervisedUntil,
  termsFor,
  waitingClock,
  withSupervision,
  workingClock,
} from '@huiyin/shared/reports/report-clock.ts'
import { reportStates } from '@huiyin/shared/reports/report-states.ts'
import { expect, test } from 'vitest'

/** The last change of the days that these are reckoned with. */
const calendarSeq = 7

const now = new Date('2026-11-24T02:00:00.000Z')
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const row = (stage: string, minutes: number, more: Partial<DeadlineRow> = {}): DeadlineRow => ({
  ...{ scope: '*', subject: 'urgent', stage, minutes, clock: 'always', ...more },
})
/** accept 10 · resolve 20 · climb 30 · confirm 40 · supervise 50 minutes. */
const common = stages.map((stage, n) => row(stage, (n + 1) * 10))
const it = (more: Partial<Situation> = {}): Situation => ({
  ...{
    now,
    resolveBy: at(120),
    terms: termsFor(common, 'urgent'),
    calendar: { isWorkday: () => true, seq: calendarSeq },
    ...more,
  },
})

test('a township’s own terms come before the common ones, whatever their order, and only for their urgency and stage', () => {
  const own = row('accept', 5, { scope: 't001' })
  for (const rows of [
    [own, ...common],
    [...common, own],
  ])
    expect(termsFor(rows, 'urgent').accept).toEqual({ minutes: 5, clock: 'always' })
  expect(termsFor([...common, { ...own, subject: 'slow' }], 'urgent').accept.minutes).toBe(10)
  const all = termsFor(common, 'urgent')
  expect(stages.map(stage => all[stage].minutes)).toEqual([10, 20, 30, 40, 50])
})

test('without a row there is no deadline, and that is said', () => {
  expect(() => termsFor(common, 'slow')).toThrow('no deadline for slow accept')
  expect(() => termsFor(common.slice(0, 4), 'urgent')).toThrow('no deadline for urgent supervise')
})

test('what waits is due when it should be accepted, but never after a promise that can still be kept', () => {
  expect(waitingClock(it())).toEqual({ dueAt: at(10), dueFor: 'accept', calendarSeq })
  expect(waitingClock(it({ resolveBy: at(5) }))).toEqual({ dueAt: at(5), dueFor: 'accept', calendarSeq })
  expect(waitingClock(it({ resolveBy: at(-5) }))).toEqual({ dueAt: at(10), dueFor: 'accept', calendarSeq })
  expect(waitingClock(it({ resolveBy: now }))).toEqual({ dueAt: at(10), dueFor: 'accept', calendarSeq })
})

test('a running clock is never put back, and a later one does not count', () => {
  expect(waitingClock(it(), at(3)).dueAt).toEqual(at(3))
  expect(waitingClock(it(), at(30)).dueAt).toEqual(at(10))
  expect(waitingClock(it(), null).dueAt).toEqual(at(10))
})

test('what is in somebody’s hands is due by the promise, and once that is broken by the next climb', () => {
  expect(workingClock(it())).toEqual({ dueAt: at(120), dueFor: 'resolve', calendarSeq })
  expect(workingClock(it({ resolveBy: at(-1) }))).toEqual({ dueAt: at(30), dueFor: 'climb', calendarSeq })
  expect(workingClock(it({ resolveBy: now }))).toEqual({ dueAt: at(30), dueFor: 'climb', calendarSeq })
})

test('after a climb the next one is due, or the promise before it', () => {
  expect(escalatedClock(it())).toEqual({ dueAt: at(30), dueFor: 'climb', calendarSeq })
  expect(escalatedClock(it({ resolveBy: at(20) }))).toEqual({ dueAt: at(20), dueFor: 'climb', calendarSeq })
})

test('a resolved one closes when nobody answers, though it is supervised', () => {
  expect(confirmClock(it({ superviseBy: at(1) }))).toEqual({ dueAt: at(40), dueFor: 'confirm', calendarSeq })
})

test('a supervision counts when it is due first or at once; supervised and late stays late', () => {
  const clock = { dueAt: at(10), dueFor: 'resolve' as const, calendarSeq }
  expect(withSupervision(clock, at(9))).toEqual({ dueAt: at(9), dueFor: 'supervise', calendarSeq })
  expect(withSupervision(clock, at(10))).toEqual({ dueAt: at(10), dueFor: 'supervise', calendarSeq })
  expect(withSupervision(clock, at(11))).toEqual(clock)
  expect(withSupervision(clock, null)).toEqual(clock)
  expect(withSupervision({ ...clock, dueFor: 'climb' }, at(9))).toEqual({ dueAt: at(9), dueFor: 'climb', calendarSeq })
  const superviseBy = at(2)
  for (const kept of [waitingClock, workingClock])
    expect(kept(it({ superviseBy }))).toEqual({ dueAt: superviseBy, dueFor: 'supervise', calendarSeq })
  expect(escalatedClock(it({ superviseBy }))).toEqual({ dueAt: superviseBy, dueFor: 'climb', calendarSeq })
})

test('hours can only make a supervision sooner than its term', () => {
  expect(supervisedUntil(it(), undefined)).toEqual(at(50))
  const slow = it({ terms: { ...it().terms, supervise: { minutes: 180, clock: 'always' } } })
  expect([supervisedUntil(slow, 2), supervisedUntil(slow, 4)]).toEqual([at(120), at(180)])
})

test('late is a broken promise, a missed deadline or one that was missed; what is solved or over is not late', () => {
  const fine = { state: 'accepted' as const, resolveBy: at(1), dueAt: at(1), dueFor: 'resolve', calendarSeq }
  expect(isLate(fine, now)).toBe(false)
  expect(isLate({ ...fine, resolveBy: at(-1) }, now)).toBe(true)
  expect(isLate({ ...fine, dueAt: at(-1) }, now)).toBe(true)
  expect(isLate({ ...fine, dueFor: 'climb' }, now)).toBe(true)
  expect(isLate({ ...fine, dueAt: null }, now)).toBe(false)
  expect(isLate({ ...fine, resolveBy: now, dueAt: now }, now)).toBe(false)
  const broken = { resolveBy: at(-1), dueAt: at(-1), dueFor: 'climb', calendarSeq }
  expect(reportStates.filter(state => isLate({ ...broken, state }, now))).toEqual([
    ...['filed', 'returned', 'reopened', 'accepted', 'working', 'dispatched'],
  ])
})
