import { type BookingInHand, findBooking } from '@huiyin/db/consultations/queries.ts'
import type { Counsel } from '@huiyin/shared/consultations/booking.ts'
import type { BookingSubject } from '@huiyin/shared/consultations/booking-policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'

/** `repeated`: the step of this tap stands already. */
export type Hand = BookingInHand & { subject: BookingSubject }

/** A booking as it stands for this person, now. */
export const takeUp = async (ctx: Pick<Ctx, 'db' | 'now'>, id: string, eventId?: string): Promise<Hand> => {
  const found = (await findBooking(ctx.db, id, ctx.now, eventId)) ?? refuse('not-found')
  return { ...found, subject: subjectOf(found) }
}

const subjectOf = ({ booking, appointment, declared }: BookingInHand): BookingSubject => ({
  personId: booking.personId,
  adviserId: appointment.adviserId,
  townshipId: appointment.townshipId,
  declared: declared || appointment.kind === 'lecture',
})

export const nameOf = ({ title, name }: Pick<Counsel, 'title' | 'name'>): string => `${title} ${name}`
