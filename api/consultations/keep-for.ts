import { expireDue } from '@huiyin/shared/consultations/booking-clock.ts'
import type { Ctx } from '../core/context.ts'
import { uuidOf } from '../core/secrets.ts'
import { byClock } from '../matters/move.ts'
import { keepSlot, type Wanted } from './keep-slot.ts'
import { stepBooking } from './mover.ts'
import { factsOf, tellAsker } from './notices.ts'
import { type BookingHand, takeUp } from './take-up.ts'

type Offer = {
  personId: string
  /** Of the booking that is made; the same again is the same offer. */
  id: string
  wanted: Wanted
  until: Date
  kind: 'booking-offered' | 'booking-next'
}

/** Keeps a time for somebody who did not ask for it this moment, and tells her. Refused as she would be herself. */
export const keepFor = async (
  ctx: Pick<Ctx, 'db' | 'now' | 'outside'>,
  { personId, id, wanted, until, kind }: Offer,
): Promise<BookingHand> => {
  const asker: Ctx = { ...ctx, me: { id: personId, posts: [] }, tokenHash: '' }
  await keepSlot(asker, { id, ...wanted })
  const eventId = uuidOf(`${id} offered`)
  const hand = await takeUp(ctx, id, eventId)
  if (hand.repeated) return hand
  const patch = { holdUntil: until, ...expireDue(until) }
  const notices = tellAsker(personId, kind, factsOf(hand))
  await stepBooking(ctx, hand, 'extend', { ...byClock(hand.booking, 'extend'), id: eventId }, { patch, notices })
  return takeUp(ctx, id)
}
