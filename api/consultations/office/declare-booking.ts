import type { Ctx } from '@huiyin/api/core/context.ts'
import type { MoveInput } from '@huiyin/api/matters/move.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { move } from '../mover.ts'
import { firmsOf } from './firms.ts'

/** The gate: he has seen the other side's name and says that there is no conflict. Only now the reason opens for him. */
export const declareBooking = (ctx: Ctx, input: MoveInput & { noConflict: true }): Promise<BookingMoved> =>
  move(ctx, 'declare', input, () => ({
    patch: {},
    declared: { conflict: false, unitIds: firmsOf(ctx) },
    notices: [],
  }))
