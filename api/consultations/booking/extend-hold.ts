import type { Ctx } from '@huiyin/api/core/context.ts'
import type { MoveInput } from '@huiyin/api/matters/move.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { expireDue, holdEnd } from '@huiyin/shared/consultations/booking-clock.ts'
import { orNearest } from '../keep-slot.ts'
import { move } from '../mover.ts'

/** Ten minutes more for filling it in, up to half an hour in all. */
export const extendHold = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  orNearest(ctx, input.id, () =>
    move(ctx, 'extend', input, ({ booking }) => {
      const holdUntil = holdEnd(ctx.now, booking.createdAt)
      return { patch: { holdUntil, ...expireDue(holdUntil) }, notices: [] }
    }),
  )
