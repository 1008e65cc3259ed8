import type { Ctx } from '@huiyin/api/core/context.ts'
import type { MoveInput } from '@huiyin/api/matters/move.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { move, over } from '../mover.ts'
import { tellAsker } from '../notices.ts'

export const missBooking = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  move(ctx, 'miss', input, ({ booking, facts }) => ({
    patch: over,
    notices: tellAsker(booking.personId, 'booking-missed', facts),
  }))
