import type { Ctx } from '@huiyin/api/core/context.ts'
import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import { viewOf } from '../booking-view.ts'
import { takeUp } from '../take-up.ts'

/** A booking for who made it, or for the adviser whom it is with. */
export const getBooking = async (ctx: Ctx, { id }: { id: string }): Promise<Booking> => {
  const hand = await takeUp(ctx, id)
  demandAct(bookingLife, ctx.me, 'see', hand.it, ctx.now)
  return viewOf(ctx, hand)
}
