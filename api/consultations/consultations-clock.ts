import { bookingsDue, forsakenDue } from '@huiyin/db/consultations/clock-queries.ts'
import { type Clock, oneByOne } from '../core/clock-hand.ts'
import type { House } from '../core/context.ts'
import { byClock } from '../matters/move.ts'
import { takeDue } from './expire-stale.ts'
import { over, stepBooking } from './mover.ts'
import { factsOf, tellAsker } from './notices.ts'
import { takeUp } from './take-up.ts'

/** Whom it was to be with has no duty in that township any more: it is called off, and she is told. */
const callOffForsaken = async (house: House, id: string): Promise<boolean> => {
  const hand = await takeUp(house, id)
  const notices = tellAsker(hand.booking.personId, 'booking-called-off', factsOf(hand))
  return stepBooking(house, hand, 'call-off', byClock(hand.booking, 'forsaken'), { patch: over, notices })
}

/**
 * The clock's own verbs: kept times that ran out are free again, who has booked is reminded, and what nobody goes on with ends. A step
 * holds only if the booking still stands where it stood.
 */
export const bookingClocks: readonly Clock[] = [
  { name: 'booking-deadlines', due: bookingsDue, takeUp: oneByOne(takeDue) },
  { name: 'bookings-forsaken', due: forsakenDue, takeUp: oneByOne(callOffForsaken) },
]
