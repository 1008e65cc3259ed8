import { shanghaiDay } from '../core/working-time.ts'
import { bookingLimits } from './booking-limits.ts'
import { dayAfter, midnightOf } from './days.ts'

/** What the clock does next: ends a kept time · reminds on the evening before · one hour before · ends what nobody goes on with. */
export type BookingDue = { dueAt: Date | null; dueFor: 'expire' | 'evening' | 'hour' | 'lapse' | null }

/** A meeting, from when to when. */
export type Span = { startsAt: Date; endsAt: Date }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const plus = (at: Date, ms: number) => new Date(at.getTime() + ms)

export const nothingDue: BookingDue = { dueAt: null, dueFor: null }

/** However often she asks for more. */
const lastHoldEnd = (since: Date): Date => plus(since, bookingLimits.holdMostMinutes * minute)

/** Whether it can be kept any longer than it is. */
export const isExtendable = (
  now: Date,
  { createdAt, holdUntil }: { createdAt: Date; holdUntil: Date | null },
): boolean => now < lastHoldEnd(createdAt) && (holdUntil ?? now) < lastHoldEnd(createdAt)

/** Until when a time is kept that was asked for first `since`, and again now. */
export const holdEnd = (now: Date, since: Date): Date =>
  new Date(Math.min(now.getTime() + bookingLimits.holdMinutes * minute, lastHoldEnd(since).getTime()))

export const expireDue = (holdUntil: Date): BookingDue => ({ dueAt: holdUntil, dueFor: 'expire' })

/** When she is reminded: at 18:00 of the evening before, and one hour before. */
export const remindersOf = ({ startsAt }: Span) => ({
  evening: plus(midnightOf(dayAfter(shanghaiDay(startsAt), -1)), bookingLimits.eveningHour * hour),
  hour: plus(startsAt, -bookingLimits.remindMinutes * minute),
})

/** What is next for a booking that stands at `now`: a reminder whose time has passed is not made up for. */
export const bookedDue = (span: Span, now: Date): BookingDue => {
  const { evening, hour } = remindersOf(span)
  if (now < evening) return { dueAt: evening, dueFor: 'evening' }
  return now < hour ? { dueAt: hour, dueFor: 'hour' } : unrecordedDue(span)
}

/** Nobody has written it down for a day. */
export const unrecordedDue = ({ endsAt }: Pick<Span, 'endsAt'>): BookingDue => ({
  dueAt: plus(endsAt, bookingLimits.unrecordedHours * hour),
  dueFor: 'lapse',
})

/** Signing in at a lecture needs no word of anybody: it is over when it is. */
export const arrivedDue = (span: Pick<Span, 'endsAt'>, lecture: boolean): BookingDue =>
  lecture ? { dueAt: span.endsAt, dueFor: 'lapse' } : unrecordedDue(span)

/** So long she may say whether it took place. */
export const unconfirmedDue = (now: Date): BookingDue => ({
  dueAt: plus(now, bookingLimits.unconfirmedDays * day),
  dueFor: 'lapse',
})

/** Cancelling and moving end here: the adviser may be on his way. */
export const cancelEnd = ({ startsAt }: Pick<Span, 'startsAt'>): Date =>
  plus(startsAt, -bookingLimits.cancelHours * hour)

/** How long a time stays kept that the lawyer has proposed: two days, and not into the last hour before it. */
export const proposalEnd = (now: Date, startsAt: Date): Date => {
  const latest = Math.max(startsAt.getTime() - hour, now.getTime() + bookingLimits.holdMinutes * minute)
  return new Date(Math.min(now.getTime() + bookingLimits.proposalDays * day, latest))
}

export const arriveFrom = ({ startsAt }: Pick<Span, 'startsAt'>): Date =>
  plus(startsAt, -bookingLimits.arriveMinutes * minute)

/** A video call is possible from a little before until a little after. */
export const callFrom = ({ startsAt }: Pick<Span, 'startsAt'>): Date =>
  plus(startsAt, -bookingLimits.callEarlyMinutes * minute)
export const callEnd = ({ endsAt }: Pick<Span, 'endsAt'>): Date => plus(endsAt, bookingLimits.callLateMinutes * minute)

export const noShowFrom = ({ startsAt }: Pick<Span, 'startsAt'>): Date =>
  plus(startsAt, bookingLimits.noShowMinutes * minute)

/** When she can say that it took place, or did not, as long as he has written nothing. */
export const tellFrom = (span: Span, happened: boolean): Date => (happened ? span.endsAt : noShowFrom(span))
