import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { unconfirmedDue } from '@huiyin/shared/consultations/booking-clock.ts'
import { isToCome } from '@huiyin/shared/consultations/booking-moves.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import type { MoveInput } from '../matters/move.ts'
import { move, over, sealed } from './move-booking.ts'
import { tellAsker } from './news.ts'

/** The law firms of who acts: a conflict counts for all of them. */
const firmsOf = ({ me }: Ctx): string[] =>
  me.posts.flatMap(post => (post.role === 'adviser' && post.unitId ? [post.unitId] : []))

/** The gate: he has seen the other side's name and says that there is no conflict. Only now the reason opens for him. */
export const declareBooking = (ctx: Ctx, input: MoveInput & { noConflict: true }): Promise<BookingMoved> =>
  move(ctx, 'declare', input, () => ({
    patch: {},
    declared: { conflict: false, unitIds: firmsOf(ctx) },
    news: [],
  }))

/** He has a conflict: the time is free again, and she is told to take another lawyer's. */
export const passBooking = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  move(ctx, 'pass', input, ({ booking, told }) => ({
    patch: over,
    declared: { conflict: true, unitIds: firmsOf(ctx) },
    news: tellAsker(booking.personId, 'booking-passed', told),
  }))

/** 见过了: his short record, sealed, for himself alone, once. It becomes a service only by her word, which may have come before. */
export const recordBooking = (ctx: Ctx, input: Input<(typeof officeRoutes)['recordBooking']>): Promise<BookingMoved> =>
  move(ctx, 'record', input, ({ booking, told }) => {
    const texts = sealed(ctx, input.eventId, 'record', input.words)
    const { outcome } = input
    if (!isToCome(booking.state)) return { patch: { outcome }, texts, news: [] }
    const news = tellAsker(booking.personId, 'booking-met', told)
    return { patch: { outcome, ...unconfirmedDue(ctx.now) }, texts, news }
  })

export const missBooking = (ctx: Ctx, input: MoveInput): Promise<BookingMoved> =>
  move(ctx, 'miss', input, ({ booking, told }) => ({
    patch: over,
    news: tellAsker(booking.personId, 'booking-missed', told),
  }))
