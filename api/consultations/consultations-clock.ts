import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { bookingsDue, forsakenDue } from '@huiyin/db/consultations/clock-queries.ts'
import { listStale } from '@huiyin/db/consultations/queries.ts'
import { type BookingPatch, stepBooking } from '@huiyin/db/consultations/write-queries.ts'
import { bookedDue, nothingDue, unconfirmedDue } from '@huiyin/shared/consultations/booking-clock.ts'
import { type BookingEvent, bookingMoves } from '@huiyin/shared/consultations/booking-moves.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { type Clock, type House, oneByOne } from '../core/clock-hand.ts'
import { uuidOf } from '../core/secrets.ts'
import { over } from './move-booking.ts'
import { tellAsker, toldOf } from './news.ts'
import { type Hand, takeUp } from './take-up.ts'

type Step = { event: BookingEvent; patch: BookingPatch; news: NewAlert[] }

/** Whom it was to be with has no duty in that township any more: it is called off, and she is told. */
const callOffForsaken = async (house: House, id: string): Promise<boolean> => {
  const hand = await takeUp(house, id)
  const { booking, appointment } = hand
  const state = next(bookingMoves, booking.state, 'call-off')
  if (!state) return false
  const eventId = uuidOf(`${id} ${booking.seq} forsaken`)
  const step = { id: eventId, event: 'call-off', actorId: null, actor: '系统', inputHash: '' }
  const news = tellAsker(booking.personId, 'booking-called-off', toldOf(hand))
  return stepBooking(house.db, { booking, appointment }, { state, ...over }, step, { news }, house.now)
}

/** Kept times of this adviser, or of this person, that have run out: as if the clock had come by. */
export const expireStale = async (house: House, adviserId: string, personId: string): Promise<void> => {
  for (const id of await listStale(house.db, adviserId, personId, house.now)) await takeDue(house, id)
}

const takeDue = async (house: House, id: string): Promise<boolean> => {
  const hand = await takeUp(house, id)
  const { booking, appointment } = hand
  if (!booking.dueAt || booking.dueAt > house.now) return false
  const { event, patch, news } = dueStep(hand, house.now)
  const state = next(bookingMoves, booking.state, event)
  if (!state) return false
  const step = { id: uuidOf(`${id} ${booking.seq} ${event}`), event, actorId: null, actor: '系统', inputHash: '' }
  return stepBooking(house.db, { booking, appointment }, { state, ...patch }, step, { news }, house.now)
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
