import type { Ctx } from '@huiyin/api/core/context.ts'
import type { MoveInput } from '@huiyin/api/matters/move.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { arrivedDue } from '@huiyin/shared/consultations/booking-clock.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { move } from '../mover.ts'

/** 签到: the code of the check-in poster (`place`) says that she is there. */
export const arrive = (ctx: Ctx, input: MoveInput & { place: string }): Promise<BookingMoved> =>
  move(ctx, 'arrive', input, ({ appointment, place }) => {
    if (place.code !== input.place) return refuse('wrong-place')
    return { patch: arrivedDue(appointment, appointment.kind === 'lecture'), notices: [] }
  })
