import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { listStale } from '@huiyin/db/consultations/queries.ts'
import { findKeeper } from '@huiyin/db/consultations/waitlist-queries.ts'
import type { BookingPatch } from '@huiyin/db/consultations/write-queries.ts'
import { bookedDue, nothingDue, unconfirmedDue } from '@huiyin/shared/consultations/booking-clock.ts'
import type { BookingAction } from '@huiyin/shared/consultations/booking-life.ts'
import type { House } from '../core/context.ts'
import { byClock } from '../matters/move.ts'
import { over, stepBooking } from './mover.ts'
import { factsOf, tellAdviser, tellAsker } from './notices.ts'
import { type BookingHand, takeUp } from './take-up.ts'

type Step = { event: BookingAction; patch: BookingPatch; notices: NewAlert[] }

/** Kept times of this adviser, or of this person, that have run out: as if the clock had come by. */
export const expireStale = async (house: House, wanted: Parameters<typeof listStale>[1]): Promise<void> => {
  for (const id of await listStale(house.db, wanted, house.now)) await takeDue(house, id)
}

/** What the clock does with a booking that is due; false when there is nothing to do any more. */
export const takeDue = async (house: House, id: string): Promise<boolean> => {
  const hand = await takeUp(house, id)
  const { booking } = hand
  if (!booking.dueAt || booking.dueAt > house.now) return false
  const { event, ...plan } = await dueStep(house, hand)
  return stepBooking(house, hand, event, byClock(booking, event), plan)
}

const lapseStep = (hand: BookingHand, now: Date): Step => {
  const { booking, appointment } = hand
  const asked = (kind: 'booking-missed' | 'booking-unsaid') => tellAsker(booking.personId, kind, factsOf(hand))
  if (booking.state === 'booked') return { event: 'lapse', patch: nothingDue, notices: asked('booking-missed') }
  if (booking.state === 'met') return { event: 'lapse', patch: nothingDue, notices: [] }
  if (appointment.kind === 'lecture')
    return { event: 'confirm', patch: { ...nothingDue, confirmedAt: now }, notices: [] }
  return { event: 'lapse', patch: unconfirmedDue(now), notices: asked('booking-unsaid') }
}

/** What she kept for herself ends in silence; what was kept for her is facts, also to the lawyer who had proposed it. */
const expireStep = async ({ db }: House, hand: BookingHand): Promise<Step> => {
  const keeper = await findKeeper(db, hand.booking.id)
  const facts = factsOf(hand)
  return {
    event: 'expire',
    patch: over,
    notices: [
      ...(keeper ? tellAsker(hand.booking.personId, 'booking-lapsed', facts) : []),
      ...(keeper === 'lawyer' ? tellAdviser('task-booking-lapsed', facts) : []),
    ],
  }
}

const dueStep = async (house: House, hand: BookingHand): Promise<Step> => {
  const { booking, appointment } = hand
  const { now } = house
  if (booking.dueFor === 'expire') return expireStep(house, hand)
  if (booking.dueFor === 'lapse') return lapseStep(hand, now)
  // Late for it: who is there already, or was, needs no reminder.
  const notices = now < appointment.startsAt ? tellAsker(booking.personId, 'booking-reminder', factsOf(hand)) : []
  return { event: 'remind', patch: bookedDue(appointment, now), notices }
}
