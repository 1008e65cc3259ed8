import type { Ctx } from '@huiyin/api/core/context.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { move } from '../mover.ts'
import { tellAsker } from '../notices.ts'

type Routes = typeof bookingRoutes

/** 附上材料: hers for him, or his for her, who is told. */
export const attachFiles = (ctx: Ctx, input: Input<Routes['attachFiles']>): Promise<BookingMoved> =>
  move(ctx, 'attach', input, ({ booking, facts }) => {
    const isAsker = booking.personId === ctx.me.id
    return {
      patch: {},
      fileIds: input.fileIds,
      notices: isAsker ? [] : tellAsker(booking.personId, 'booking-paper', facts),
    }
  })
