import type { Ctx } from '@huiyin/api/core/context.ts'
import { withAdvisers } from '@huiyin/db/consultations/place-queries.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { bookedDue } from '@huiyin/shared/consultations/booking-clock.ts'
import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import { refuseSlot } from '../keep-slot.ts'
import { type Matter, move, type Plan } from '../mover.ts'
import { tellAdviser, tellAsker } from '../notices.ts'
import { takeUp } from '../take-up.ts'
import { demandNeutral, seatAnew } from './seat-anew.ts'

type Routes = typeof bookingRoutes

/** 改时间 in one step: the new time first, the old one only then. Crossing moves come one after another. */
export const moveBooking = async (ctx: Ctx, input: Input<Routes['moveBooking']>): Promise<BookingMoved> => {
  const before = await takeUp(ctx, input.id)
  demandAct(bookingLife, ctx.me, 'see', before.it, ctx.now)
  const locked = [before.appointment.adviserId, input.adviserId]
  return withAdvisers(ctx.db, locked, tx => {
    const here = { ...ctx, db: tx }
    return move(here, 'move', input, matter => movePlan(here, input, matter, locked), { tries: 1 })
  })
}

const movePlan = async (
  ctx: Ctx,
  input: Input<Routes['moveBooking']>,
  { booking, appointment, facts }: Matter,
  locked: readonly string[],
): Promise<Plan> => {
  if (!locked.includes(appointment.adviserId)) return refuse('moved-meanwhile')
  const stays = input.adviserId === appointment.adviserId
  const wanted = { ...input, lecture: appointment.kind === 'lecture' }
  if (stays && Date.parse(input.startsAt) === appointment.startsAt.getTime()) return refuseSlot(ctx, wanted)
  await demandNeutral(ctx, booking.committeeId, input.adviserId)
  const { seat, place, offer } = await seatAnew(ctx, wanted, input.eventId)
  const after = { ...offer, startsAt: place.startsAt }
  return {
    patch: { ...seat, ...bookedDue(place, ctx.now) },
    appointment: place,
    notices: [
      ...tellAsker(booking.personId, 'booking-moved', after),
      ...(stays
        ? tellAdviser('task-booking-moved', after)
        : [...tellAdviser('task-booking-cancelled', facts), ...tellAdviser('task-booking', after)]),
    ],
  }
}
