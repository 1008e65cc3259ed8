import { isPaidBy } from '@huiyin/db/consultations/availability-queries.ts'
import { findVillage } from '@huiyin/db/consultations/office-queries.ts'
import { lockLecture, takePlace, withAdvisers } from '@huiyin/db/consultations/place-queries.ts'
import { type BookingMoved, isLecture } from '@huiyin/shared/consultations/booking.ts'
import { bookedDue } from '@huiyin/shared/consultations/booking-clock.ts'
import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import type { Ctx } from '../core/context.ts'
import { expireStale } from './consultations-clock.ts'
import { findOffered, orNearest, refuseSlot, type Wanted, wantedOf } from './keep-slot.ts'
import { type Matter, move, type Plan, sealed } from './move-booking.ts'
import { tellAdviser, tellAsker } from './news.ts'
import { takeUp } from './take-up.ts'

type Routes = typeof bookingRoutes
type Confirmed = Input<Routes['confirmBooking']>

/** 确认预约. Where the kept time has run out it is taken anew, if it is still free. */
export const confirmBooking = async (ctx: Ctx, input: Confirmed): Promise<BookingMoved> => {
  const before = await takeUp(ctx, input.id)
  return orNearest(ctx, input.id, () => {
    if (before.booking.state !== 'expired') return move(ctx, 'book', input, matter => bookPlan(ctx, input, matter))
    return withAdvisers(ctx.db, [before.appointment.adviserId], tx => {
      const here = { ...ctx, db: tx }
      return move(here, 'book', input, matter => bookPlan(here, input, matter, true), { tries: 1 })
    })
  })
}

const bookPlan = async (
  ctx: Ctx,
  input: Confirmed,
  { booking, appointment, told }: Matter,
  locked = false,
): Promise<Plan> => {
  if (input.forOther && !input.mandate) return refuse('mandate-needed')
  if (!input.reason && appointment.kind === 'meeting')
    return refuse('bad-input', [{ field: 'reason', message: '请写一句想问什么' }])
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
    news: [...tellAdviser('task-booking', told), ...tellAsker(booking.personId, 'booking-booked', told)],
  }
}

/** Nobody paid by the committee that it is against. */
const demandNeutral = async (ctx: Ctx, committeeId: string | null, adviserId: string): Promise<void> => {
  if (committeeId && (await isPaidBy(ctx.db, committeeId, adviserId, ctx.now))) refuse('neutral-adviser-needed')
}

/** Takes another place, inside a transaction. `turn`: one of hers that is free. */
const seatAnew = async (ctx: Ctx, wanted: Wanted, seed: string) => {
  await expireStale(ctx, wanted.adviserId, ctx.me.id)
  const offered = await findOffered(ctx, wanted, seed)
  if (!offered) return refuseSlot(ctx, wanted)
  const { place, offer } = offered
  if (isLecture(place)) await lockLecture(ctx.db, place)
  const taken = await takePlace(ctx.db, place, ctx.me.id, ctx.now)
  if (!taken) return refuseSlot(ctx, wanted)
  const { turn, ...seat } = taken
  return { turn, seat, place, offer }
}

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
  { booking, appointment, told }: Matter,
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
    news: [
      ...tellAsker(booking.personId, 'booking-moved', after),
      ...(stays
        ? tellAdviser('task-booking-moved', after)
        : [...tellAdviser('task-booking-cancelled', told), ...tellAdviser('task-booking', after)]),
    ],
  }
}
