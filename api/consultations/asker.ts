import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import {
  arrivedDue,
  arriveFrom,
  cancelEnd,
  expireDue,
  holdEnd,
  isExtendable,
  tellFrom,
} from '@huiyin/shared/consultations/booking-clock.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { refuseSlot, wantedOf } from './hold-slot.ts'
import { type MoveInput, move, over } from './move-booking.ts'
import { tellAdviser, tellAsker } from './news.ts'

type Routes = typeof bookingRoutes

/** Ten minutes more for filling it in, up to half an hour in all. */
export const extendHold = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  move(ctx, 'extend', input, ({ booking, appointment }) => {
    if (appointment.startsAt <= ctx.now) return refuseSlot(ctx, wantedOf(appointment))
    if (!isExtendable(ctx.now, booking)) return refuse('too-late')
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
    return { patch: arrivedDue(appointment, appointment.kind === 'lecture'), news: [] }
  })

/** 附上材料: hers for him, or his for her, who is told. */
export const attachFiles = (ctx: Ctx, input: Input<Routes['attachFiles']>): Promise<BookingMoved> =>
  move(ctx, 'attach', input, ({ booking, appointment, told }) => {
    if (appointment.kind === 'lecture') return refuse('wrong-state')
    const hers = booking.personId === ctx.me.id
    return {
      patch: {},
      fileIds: input.fileIds,
      news: hers ? [] : tellAsker(booking.personId, 'booking-paper', told),
    }
  })

/**
 * Her word on it counts: only what she confirms is a service that took place, and she needs not wait until he writes it down. That
 * nobody was there she may say after a quarter of an hour. Her rating stands apart.
 */
export const tellTookPlace = (ctx: Ctx, input: Input<Routes['tellTookPlace']>): Promise<BookingMoved> =>
  move(ctx, input.happened ? 'confirm' : 'deny', input, ({ booking, appointment }) => {
    if (booking.dueAt === null) return refuse('too-late')
    if (booking.state !== 'met' && ctx.now < tellFrom(appointment, input.happened)) return refuse('too-early')
    return { patch: { ...over, confirmedAt: input.happened ? ctx.now : null }, rating: input.rating, news: [] }
  })
