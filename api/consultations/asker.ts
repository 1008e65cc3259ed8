import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import {
  arriveFrom,
  cancelEnd,
  expireDue,
  holdEnd,
  lastHoldEnd,
  unrecordedDue,
} from '@huiyin/shared/consultations/booking-clock.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { refuseSlot } from './hold-slot.ts'
import { type MoveInput, move, over } from './move-booking.ts'
import { tellAdviser } from './news.ts'

type Routes = typeof bookingRoutes

/** Ten minutes more for filling it in, up to half an hour in all. */
export const extendHold = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  move(ctx, 'extend', input, ({ booking, appointment }) => {
    if (appointment.startsAt <= ctx.now)
      return refuseSlot(ctx, { ...appointment, startsAt: appointment.startsAt.toISOString() })
    const last = lastHoldEnd(booking.createdAt)
    if (ctx.now >= last || (booking.holdUntil ?? ctx.now) >= last) return refuse('too-late')
    const holdUntil = holdEnd(ctx.now, booking.createdAt)
    return { patch: { holdUntil, ...expireDue(holdUntil) }, news: [] }
  })

export const cancelBooking = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  move(ctx, 'cancel', input, ({ booking, appointment, told }) => {
    if (booking.state === 'held') return { patch: over, news: [] }
    if (ctx.now >= cancelEnd(appointment)) return refuse('too-late')
    return { patch: over, news: tellAdviser('task-booking-cancelled', told) }
  })

/** 签到: what the poster at the door shows says that she is there. */
export const arriveAtBooking = (ctx: Ctx, input: Input<Routes['arriveAtBooking']>): Promise<BookingMoved> =>
  move(ctx, 'arrive', input, ({ appointment, place }) => {
    if (appointment.mode !== 'onsite' || place.code !== input.place) return refuse('wrong-place')
    if (ctx.now < arriveFrom(appointment)) return refuse('too-early')
    if (ctx.now >= appointment.endsAt) return refuse('too-late')
    return { patch: unrecordedDue(appointment), news: [] }
  })

/** Her word on it counts: only what she confirms is a service that took place. Her rating stands apart. */
export const tellTookPlace = (ctx: Ctx, input: Input<Routes['tellTookPlace']>): Promise<BookingMoved> =>
  move(ctx, input.happened ? 'confirm' : 'deny', input, ({ booking }) => {
    if (booking.dueAt === null) return refuse('too-late')
    return { patch: { ...over, confirmedAt: input.happened ? ctx.now : null }, rating: input.rating, news: [] }
  })
