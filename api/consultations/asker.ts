import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { expireDue, holdEnd } from '@huiyin/shared/consultations/booking-clock.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import type { MoveInput } from '../matters/move.ts'
import { arrive } from './arriving.ts'
import { orNearest } from './keep-slot.ts'
import { move, over } from './move-booking.ts'
import { tellAdviser, tellAsker } from './news.ts'

type Routes = typeof bookingRoutes

/** Ten minutes more for filling it in, up to half an hour in all. */
export const extendHold = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  orNearest(ctx, input.id, () =>
    move(ctx, 'extend', input, ({ booking }) => {
      const holdUntil = holdEnd(ctx.now, booking.createdAt)
      return { patch: { holdUntil, ...expireDue(holdUntil) }, news: [] }
    }),
  )

export const cancelBooking = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  move(ctx, 'cancel', input, ({ booking, told }) => ({
    patch: over,
    news: booking.state === 'held' ? [] : tellAdviser('task-booking-cancelled', told),
  }))

export const arriveAtBooking = (ctx: Ctx, input: Input<Routes['arriveAtBooking']>): Promise<BookingMoved> =>
  arrive(ctx, input)

/** 附上材料: hers for him, or his for her, who is told. */
export const attachFiles = (ctx: Ctx, input: Input<Routes['attachFiles']>): Promise<BookingMoved> =>
  move(ctx, 'attach', input, ({ booking, told }) => {
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
  move(ctx, input.happened ? 'confirm' : 'deny', input, () => ({
    patch: { ...over, confirmedAt: input.happened ? ctx.now : null },
    rating: input.rating,
    news: [],
  }))
