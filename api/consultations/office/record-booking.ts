import type { Ctx } from '@huiyin/api/core/context.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { unconfirmedDue } from '@huiyin/shared/consultations/booking-clock.ts'
import { isToCome } from '@huiyin/shared/consultations/booking-states.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { move, sealed } from '../mover.ts'
import { tellAsker } from '../notices.ts'

/** 见过了: his short record, sealed, for himself alone, once. It becomes a service only by her word, which may have come before. */
export const recordBooking = (ctx: Ctx, input: Input<(typeof officeRoutes)['recordBooking']>): Promise<BookingMoved> =>
  move(ctx, 'record', input, ({ booking, facts }) => {
    const texts = sealed(ctx, input.eventId, 'record', input.words)
    const { outcome } = input
    if (!isToCome(booking.state)) return { patch: { outcome }, texts, notices: [] }
    const notices = tellAsker(booking.personId, 'booking-met', facts)
    return { patch: { outcome, ...unconfirmedDue(ctx.now) }, texts, notices }
  })
