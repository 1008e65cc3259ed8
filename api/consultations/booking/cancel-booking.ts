import type { Ctx } from '@huiyin/api/core/context.ts'
import type { MoveInput } from '@huiyin/api/matters/move.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { move, over } from '../mover.ts'
import { tellAdviser } from '../notices.ts'

export const cancelBooking = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  move(ctx, 'cancel', input, ({ booking, facts }) => ({
    patch: over,
    notices: booking.state === 'held' ? [] : tellAdviser('task-booking-cancelled', facts),
  }))
