import type { Ctx } from '@huiyin/api/core/context.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { arrive } from './arriving.ts'

type Routes = typeof bookingRoutes

export const arriveAtBooking = (ctx: Ctx, input: Input<Routes['arriveAtBooking']>): Promise<BookingMoved> =>
  arrive(ctx, input)
