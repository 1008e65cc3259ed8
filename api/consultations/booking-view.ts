import { listBookingEvents } from '@huiyin/db/consultations/queries.ts'
import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { cancelEnd } from '@huiyin/shared/consultations/booking-clock.ts'
import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import { offered } from '@huiyin/shared/matters/offered.ts'
import { maskName } from '@huiyin/shared/people/person.ts'
import type { Ctx } from '../core/context.ts'
import { openFiles, openWords } from './open-words.ts'
import type { BookingHand } from './take-up.ts'
import { whoWords } from './words.ts'

/** Everything that this reader may see, and nothing else. The caller has seen to it that he may. */
export const viewOf = async (ctx: Ctx, hand: BookingHand): Promise<Booking> => {
  const { booking, appointment, adviser, it } = hand
  const [wordsOf, events, files] = await Promise.all([
    openWords(ctx, hand),
    listBookingEvents(ctx.db, booking.id),
    openFiles(ctx, hand),
  ])
  const mine = booking.personId === ctx.me.id
  return {
    id: booking.id,
    number: booking.number,
    state: booking.state,
    adviser,
    startsAt: appointment.startsAt.toISOString(),
    endsAt: appointment.endsAt.toISOString(),
    mode: appointment.mode,
    communityId: appointment.communityId,
    village: hand.village,
    place: hand.place.name,
    capacity: appointment.capacity,
    holdUntil: booking.holdUntil?.toISOString() ?? null,
    reader: mine ? 'asker' : 'adviser',
    who: mine ? whoWords.self : maskName(hand.who),
    reason: wordsOf('reason'),
    otherSide: wordsOf('other-side'),
    againstCommittee: booking.committeeId !== null,
    forOther: wordsOf('for-other'),
    declared: it.declared,
    outcome: booking.outcome,
    record: wordsOf('record'),
    files,
    rated: mine && hand.rated,
    cancelUntil: booking.state === 'booked' ? cancelEnd(appointment).toISOString() : null,
    phone: hand.phone,
    steps: events.map(({ seq, event, actor, at }) => ({ seq, event, by: actor, at: at.toISOString() })),
    can: offered(bookingLife, ctx.me, it, ctx.now),
  }
}
