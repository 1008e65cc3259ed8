import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { bookingsDue, forsakenDue } from '@huiyin/db/consultations/clock-queries.ts'
import { listStale } from '@huiyin/db/consultations/queries.ts'
import type { BookingPatch } from '@huiyin/db/consultations/write-queries.ts'
import { bookedDue, nothingDue, unconfirmedDue } from '@huiyin/shared/consultations/booking-clock.ts'
import type { BookingAction } from '@huiyin/shared/consultations/booking-life.ts'
import { type Clock, oneByOne } from '../core/clock-hand.ts'
import type { House } from '../core/context.ts'
import { byClock } from '../matters/move.ts'
import { over, stepBooking } from './move-booking.ts'
import { tellAsker, toldOf } from './news.ts'
import { type Hand, takeUp } from './take-up.ts'

type Step = { event: BookingAction; patch: BookingPatch; news: NewAlert[] }

/** Whom it was to be with has no duty in that township any more: it is called off, and she is told. */
const callOffForsaken = async (house: House, id: string): Promise<boolean> => {
  const hand = await takeUp(house, id)
  const news = tellAsker(hand.booking.personId, 'booking-called-off', toldOf(hand))
  return stepBooking(house, hand, 'call-off', byClock(hand.booking, 'forsaken'), { patch: over, news })
}

/** Kept times of this adviser, or of this person, that have run out: as if the clock had come by. */
export const expireStale = async (house: House, adviserId: string, personId: string): Promise<void> => {
  for (const id of await listStale(house.db, adviserId, personId, house.now)) await takeDue(house, id)
}

const takeDue = async (house: House, id: string): Promise<boolean> => {
  const hand = await takeUp(house, id)
  const { booking } = hand
  if (!booking.dueAt || booking.dueAt > house.now) return false
  const { event, ...plan } = dueStep(hand, house.now)
  return stepBooking(house, hand, event, byClock(booking, event), plan)
}

/**
 * The clock's own verbs: kept times that ran out are free again, who has booked is reminded, and what nobody goes on with ends. A step
 * holds only if the booking still stands where it stood.
 */
export const bookingClocks: readonly Clock[] = [
  { name: 'booking-deadlines', due: bookingsDue, takeUp: oneByOne(takeDue) },
  { name: 'bookings-forsaken', due: forsakenDue, takeUp: oneByOne(callOffForsaken) },
]

const lapseStep = (hand: Hand, now: Date): Step => {
  const { booking, appointment } = hand
  const asked = (kind: 'booking-missed' | 'booking-unsaid') => tellAsker(booking.personId, kind, toldOf(hand))
  if (booking.state === 'booked') return { event: 'lapse', patch: nothingDue, news: asked('booking-missed') }
  if (booking.state === 'met') return { event: 'lapse', patch: nothingDue, news: [] }
  if (appointment.kind === 'lecture') return { event: 'confirm', patch: { ...nothingDue, confirmedAt: now }, news: [] }
  return { event: 'lapse', patch: unconfirmedDue(now), news: asked('booking-unsaid') }
}

const dueStep = (hand: Hand, now: Date): Step => {
  const { booking, appointment } = hand
  if (booking.dueFor === 'expire') return { event: 'expire', patch: over, news: [] }
  if (booking.dueFor === 'lapse') return lapseStep(hand, now)
  // Late for it: who is there already, or was, needs no reminder.
  const news = now < appointment.startsAt ? tellAsker(booking.personId, 'booking-reminder', toldOf(hand)) : []
  return { event: 'remind', patch: bookedDue(appointment, now), news }
}
