import type { Ctx } from '@huiyin/api/core/context.ts'
import { findBooking } from '@huiyin/db/consultations/queries.ts'
import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { proposalEnd } from '@huiyin/shared/consultations/booking-clock.ts'
import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import { viewOf } from '../booking-view.ts'
import { keepFor } from '../keep-for.ts'
import { takeUp } from '../take-up.ts'

/** 再约一次: the lawyer keeps one of his times for whom he has just met; it is hers once she confirms it. `eventId` names it. */
export const proposeNext = async (ctx: Ctx, input: Input<(typeof officeRoutes)['proposeNext']>): Promise<Booking> => {
  const { booking, it } = await takeUp(ctx, input.id)
  demandAct(bookingLife, ctx.me, 'propose', it, ctx.now)
  const { eventId: id, communityId, startsAt } = input
  const known = await findBooking(ctx.db, id, ctx.now)
  if (known && (known.booking.personId !== booking.personId || known.appointment.adviserId !== ctx.me.id))
    return refuse('not-found')
  const until = proposalEnd(ctx.now, new Date(startsAt))
  const wanted = { adviserId: ctx.me.id, communityId, startsAt, lecture: false }
  try {
    return await viewOf(
      ctx,
      await keepFor(ctx, { personId: booking.personId, id, wanted, until, kind: 'booking-next' }),
    )
  } catch (error) {
    const full = error instanceof Refusal && ['too-many-bookings', 'one-at-a-time'].includes(error.code)
    if (full) return refuse('she-has-enough')
    throw error
  }
}
