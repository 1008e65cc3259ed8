import { type Calendar, shanghaiDay } from '../core/working-time.ts'
import { dayAfter, midnightOf, weekdayOf } from './days.ts'
import type { Mode } from './modes.ts'

/** What stays the same for all times of a rule: where, how long, for how many. Minutes. */
export type SlotShape = {
  adviserId: string
  communityId: string
  placeId: string
  mode: Mode
  slotMinutes: number
  bufferMinutes: number
  /** More than one: a lecture (普法讲座), with seats. */
  capacity: number
}

/** Weekly hours. `weekday` 1 (Monday) to 7; `from` and `to` in minutes of the day in Shanghai; days as YYYY-MM-DD. */
export type HoursRule = SlotShape & {
  id: string
  weekday: number
  from: number
  to: number
  noticeMinutes: number
  horizonDays: number
  since: string
  until: string | null
  /** Whether they hold on days off too. */
  onDaysOff: boolean
}

/** Hours of one day that no rule gives. */
export type ExtraHours = SlotShape & {
  id: string
  day: string
  from: number
  to: number
  noticeMinutes: number
  horizonDays: number
}

/** What the adviser has on: appointments, walk-ins, leave. `blockedUntil`: with the buffer behind it. */
export type Busy = {
  adviserId: string
  startsAt: Date
  endsAt: Date
  blockedUntil: Date
  /** Null for leave. */
  communityId: string | null
  mode: Mode | null
  /** Seats that are still free in a lecture; 0 otherwise. */
  left: number
}

export type Slot = SlotShape & {
  startsAt: Date
  endsAt: Date
  left: number
  /** The year's days off are not announced: 安排未公布. */
  daysUnknown: boolean
}

const minute = 60_000
const day = 24 * 60 * minute

const plus = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute)

/** The slots of some hours of one day, from the first minute on; a rest that is too short for one is left. */
const cut = (shape: SlotShape, of: string, from: number, to: number, daysUnknown: boolean): Slot[] => {
  const slots: Slot[] = []
  const { adviserId, communityId, placeId, mode, slotMinutes, bufferMinutes, capacity } = shape
  for (let at = from; at + slotMinutes <= to; at += slotMinutes + bufferMinutes) {
    const startsAt = plus(midnightOf(of), at)
    slots.push({
      ...{ adviserId, communityId, placeId, mode, slotMinutes, bufferMinutes, capacity },
      ...{ startsAt, endsAt: plus(startsAt, slotMinutes), left: capacity, daysUnknown },
    })
  }
  return slots
}

/** What stands in the way of a slot: something at the same time, or somewhere else too near in time. */
const inTheWay = (slot: Slot, busy: Busy, travelMinutes: number): boolean => {
  const until = plus(slot.endsAt, slot.bufferMinutes)
  if (busy.startsAt < until && slot.startsAt < busy.blockedUntil) return true
  const away = busy.mode === 'onsite' && slot.mode === 'onsite' && busy.communityId !== slot.communityId
  return away && busy.startsAt < plus(slot.endsAt, travelMinutes) && slot.startsAt < plus(busy.endsAt, travelMinutes)
}

/** The very slot that is taken already, of which seats are left. */
const sameLecture = (slot: Slot, busy: Busy): boolean =>
  busy.left > 0 &&
  busy.communityId === slot.communityId &&
  busy.startsAt.getTime() === slot.startsAt.getTime() &&
  busy.endsAt.getTime() === slot.endsAt.getTime()

export type Availability = {
  rules: readonly HoursRule[]
  extras: readonly ExtraHours[]
  busy: readonly Busy[]
  calendar: Calendar
  /** Whether the days off of a year (YYYY) are known. */
  isAnnounced: (year: string) => boolean
  /** Between two villages. */
  travelMinutes: number
}

/** Everything that could be booked at `now`, of `days` days from `from` on, in the order of time. */
export const slotsOf = (it: Availability, now: Date, from: string, days: number): Slot[] => {
  const busyOn = busyByDay(it.busy)
  const offered: Slot[] = []
  for (let n = 0; n < days; n++) {
    const of = dayAfter(from, n)
    for (const slot of slotsOn(it, now, of)) {
      const busy = busyOn.get(`${slot.adviserId} ${of}`) ?? []
      const lecture = busy.find(one => sameLecture(slot, one))
      if (lecture) offered.push({ ...slot, left: lecture.left })
      else if (!busy.some(one => inTheWay(slot, one, it.travelMinutes))) offered.push(slot)
    }
  }
  return offered.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.adviserId < b.adviserId ? -1 : 1))
}

/** What the hours give on one day, whoever has it. */
const slotsOn = ({ rules, extras, calendar, isAnnounced }: Availability, now: Date, of: string): Slot[] => {
  const weekday = weekdayOf(of)
  const [off, unknown] = [isOff(calendar, of), !isAnnounced(of.slice(0, 4))]
  const ahead = (Date.parse(of) - Date.parse(shanghaiDay(now))) / day
  const mine = rules.filter(
    it =>
      it.weekday === weekday &&
      it.since <= of &&
      (it.until === null || of <= it.until) &&
      ahead <= it.horizonDays &&
      (it.onDaysOff || !off),
  )
  return [
    ...mine.flatMap(it => soonEnough(cut(it, of, it.from, it.to, unknown && !it.onDaysOff), now, it.noticeMinutes)),
    ...extras
      .filter(it => it.day === of && ahead <= it.horizonDays)
      .flatMap(it => soonEnough(cut(it, of, it.from, it.to, false), now, it.noticeMinutes)),
  ]
}

/** A slot that begins on one day may reach into the next; so much earlier counts what is in its way. */
const reach = 8 * 60

/** By adviser and day: looking through everything for each slot would take the square of it. */
const busyByDay = (all: readonly Busy[]): Map<string, Busy[]> => {
  const found = new Map<string, Busy[]>()
  for (const busy of all) {
    const last = shanghaiDay(plus(busy.blockedUntil, 60))
    for (let of = shanghaiDay(plus(busy.startsAt, -reach)); of <= last; of = dayAfter(of, 1)) {
      const key = `${busy.adviserId} ${of}`
      const on = found.get(key)
      if (on) on.push(busy)
      else found.set(key, [busy])
    }
  }
  return found
}

/** Public holidays and make-up days count; an ordinary weekend does not: hours on a Saturday are meant. */
export const isOff = (calendar: Calendar, of: string): boolean => weekdayOf(of) <= 5 && !calendar.isWorkday(of)

const soonEnough = (slots: Slot[], now: Date, noticeMinutes: number) =>
  slots.filter(slot => slot.startsAt >= plus(now, noticeMinutes))

/** The `most` free slots nearest in time to one that is gone. */
export const nearestTo = (slots: readonly Slot[], wanted: Date, most: number): Slot[] =>
  [...slots]
    .sort(
      (a, b) => Math.abs(a.startsAt.getTime() - wanted.getTime()) - Math.abs(b.startsAt.getTime() - wanted.getTime()),
    )
    .slice(0, most)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())

/** A lecture (普法讲座) is for several; a talk is for one. */
export const isLecture = ({ capacity }: { capacity: number }): boolean => capacity > 1
