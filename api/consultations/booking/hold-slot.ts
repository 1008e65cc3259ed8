import type { Ctx } from '@huiyin/api/core/context.ts'
import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { viewOf } from '../booking-view.ts'
import { keepSlot } from '../keep-slot.ts'

/** 占位: the time is hers for some minutes, while she fills it in. */
export const holdSlot = async (ctx: Ctx, input: Input<(typeof bookingRoutes)['holdSlot']>): Promise<Booking> =>
  viewOf(ctx, await keepSlot(ctx, input))
