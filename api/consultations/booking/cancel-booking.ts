import type { Ctx } from '@huiyin/api/core/context.ts'
import type { MoveInput } from '@huiyin/api/matters/move.ts'
import { findKeeper } from '@huiyin/db/consultations/waitlist-queries.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { move, over } from '../mover.ts'
import { tellAdviser } from '../notices.ts'

/** 取消. What is only kept is given back in silence, unless her lawyer had kept it for her. */
export const cancelBooking = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  move(ctx, 'cancel', input, async ({ booking, facts }) => {
    if (booking.state !== 'held') return { patch: over, notices: tellAdviser('task-booking-cancelled', facts) }
    const proposed = (await findKeeper(ctx.db, booking.id)) === 'lawyer'
    return { patch: over, notices: proposed ? tellAdviser('task-booking-lapsed', facts) : [] }
  })
