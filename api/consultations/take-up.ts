import { type BookingInHand, findBooking } from '@huiyin/db/consultations/queries.ts'
import type { Counsel } from '@huiyin/shared/consultations/booking.ts'
import type { BookingSubject } from '@huiyin/shared/consultations/booking-life.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'

/** `repeated`: the step of this tap stands already. */
export type BookingHand = BookingInHand & { it: BookingSubject }

/** A booking as it stands, now. */
export const takeUp = async (ctx: Pick<Ctx, 'db' | 'now'>, id: string, eventId?: string): Promise<BookingHand> => {
  const found = (await findBooking(ctx.db, id, ctx.now, eventId)) ?? refuse('not-found')
  return { ...found, it: subjectOf(found) }
}

const subjectOf = ({ booking, appointment, declared }: BookingInHand): BookingSubject => ({
  ...appointment,
  ...booking,
  declared: declared || appointment.kind === 'lecture',
  recorded: booking.outcome !== null,
})

export const nameOf = ({ title, name }: Pick<Counsel, 'title' | 'name'>): string => `${title} ${name}`
