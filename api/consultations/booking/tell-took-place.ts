import type { Ctx } from '@huiyin/api/core/context.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { move, over } from '../mover.ts'

type Routes = typeof bookingRoutes

/**
 * Her word on it counts: only what she confirms is a service that took place, and she needs not wait until he writes it down. That
 * nobody was there she may say after a quarter of an hour. Her rating stands apart.
 */
export const tellTookPlace = (ctx: Ctx, input: Input<Routes['tellTookPlace']>): Promise<BookingMoved> =>
  move(ctx, input.happened ? 'confirm' : 'deny', input, () => ({
    patch: { ...over, confirmedAt: input.happened ? ctx.now : null },
    rating: input.rating,
    notices: [],
  }))
