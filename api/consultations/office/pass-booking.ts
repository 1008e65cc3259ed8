import type { Ctx } from '@huiyin/api/core/context.ts'
import type { MoveInput } from '@huiyin/api/matters/move.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { move, over } from '../mover.ts'
import { tellAsker } from '../notices.ts'
import { firmsOf } from './firms.ts'

/** He has a conflict: the time is free again, and she is told to take another lawyer's. */
export const passBooking = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  move(ctx, 'pass', input, ({ booking, facts }) => ({
    patch: over,
    declared: { conflict: true, unitIds: firmsOf(ctx) },
    notices: tellAsker(booking.personId, 'booking-passed', facts),
  }))
