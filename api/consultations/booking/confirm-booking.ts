import type { Ctx } from '@huiyin/api/core/context.ts'
import { findVillage } from '@huiyin/db/consultations/office-queries.ts'
import { withAdvisers } from '@huiyin/db/consultations/place-queries.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { bookedDue } from '@huiyin/shared/consultations/booking-clock.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { orNearest, wantedOf } from '../keep-slot.ts'
import { type Matter, move, type Plan, sealed } from '../mover.ts'
import { tellAdviser, tellAsker } from '../notices.ts'
import { type BookingHand, takeUp } from '../take-up.ts'
import { fieldWords } from '../words.ts'
import { demandNeutral, seatAnew } from './seat-anew.ts'

type Routes = typeof bookingRoutes
type Confirmed = Input<Routes['confirmBooking']>

/** 确认预约. Where the kept time has run out, be it in this very moment, it is taken anew, if it is still free. */
export const confirmBooking = (ctx: Ctx, input: Confirmed): Promise<BookingMoved> =>
  orNearest(ctx, input.id, async () => {
    const before = await takeUp(ctx, input.id)
    if (before.booking.state === 'expired') return bookAnew(ctx, input, before)
    try {
      return await move(ctx, 'book', input, matter => bookPlan(ctx, input, matter))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'moved-meanwhile') throw error
      const after = await takeUp(ctx, input.id)
      if (after.booking.state !== 'expired') throw error
      return bookAnew(ctx, input, after)
    }
  })

const bookAnew = (ctx: Ctx, input: Confirmed, { appointment }: BookingHand): Promise<BookingMoved> =>
  withAdvisers(ctx.db, [appointment.adviserId], tx => {
    const here = { ...ctx, db: tx }
    return move(here, 'book', input, matter => bookPlan(here, input, matter, true), { tries: 1 })
  })

const bookPlan = async (
  ctx: Ctx,
  input: Confirmed,
  { booking, appointment, facts }: Matter,
  locked = false,
): Promise<Plan> => {
  if (input.forOther && !input.mandate) return refuse('mandate-needed')
  if (!input.reason && appointment.kind === 'meeting')
    return refuse('bad-input', [{ field: 'reason', message: fieldWords.reason }])
  const wanted = wantedOf(appointment)
  const committeeId = input.againstCommittee ? (input.committeeOf ?? appointment.communityId) : null
  if (input.committeeOf && !(await findVillage(ctx.db, input.committeeOf))) return refuse('place-unknown')
  await demandNeutral(ctx, committeeId, appointment.adviserId)
  // It has run out between two looks.
  if (booking.state === 'expired' && !locked) return refuse('moved-meanwhile')
  const anew = booking.state === 'expired' ? await seatAnew(ctx, wanted, input.eventId) : undefined
  if (anew && anew.turn === null) return refuse('too-many-bookings')
  return {
    patch: {
      ...anew?.seat,
      ...(anew?.turn && { turn: anew.turn }),
      holdUntil: null,
      forOther: input.forOther !== undefined,
      committeeId,
      ...bookedDue(appointment, ctx.now),
    },
    texts: [
      ...sealed(ctx, input.eventId, 'reason', input.reason),
      ...sealed(ctx, input.eventId, 'other-side', input.otherSide),
      ...sealed(ctx, input.eventId, 'for-other', input.forOther),
    ],
    notices: [...tellAdviser('task-booking', facts), ...tellAsker(booking.personId, 'booking-booked', facts)],
  }
}
