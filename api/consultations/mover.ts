import { findBookingEvent, type TextKind } from '@huiyin/db/consultations/queries.ts'
import { type Along, type BookingPatch, moveBooking } from '@huiyin/db/consultations/write-queries.ts'
import type { NewStep } from '@huiyin/db/matters/step-queries.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import type { BookingState } from '@huiyin/shared/consultations/booking-states.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import type { Ctx, House } from '../core/context.ts'
import { createMove, createStep, falseWhenTaken, keyedHash, sealedWords } from '../matters/move.ts'
import { factsOf, type NoticeFacts } from './notices.ts'
import { aboutText } from './sealed-texts.ts'
import { type BookingHand, nameOf, takeUp } from './take-up.ts'

/** A booking in the middle of a move: `state` is the one after it, by its life. */
export type Matter = BookingHand & { state: BookingState; facts: NoticeFacts; actor: string }

/** `startsAt`: where the time has changed with it. */
export type Plan = Along & { patch: BookingPatch; appointment?: { adviserId: string; startsAt: Date } }

/** Nothing is kept and nothing is due any more. */
export const over = { holdUntil: null, dueAt: null, dueFor: null } as const

/** Words that go with a move, sealed. Nothing for what was not said. */
export const sealed = (ctx: Pick<Ctx, 'outside'>, eventId: string, kind: TextKind, words: string | undefined) =>
  words === undefined ? [] : [sealedWords(ctx, aboutText, eventId, kind, words)]

type Moved = { id: string; state: BookingState; seq: number; startsAt: Date; holdUntil: Date | null }

const toMoved = ({ id, state, seq, startsAt, holdUntil }: Moved): BookingMoved => ({
  id,
  state,
  seq,
  startsAt: startsAt.toISOString(),
  holdUntil: holdUntil?.toISOString() ?? null,
})

const kind = {
  life: bookingLife,
  takeUp,
  findMade: async ({ db }: Ctx, eventId: string) => {
    const event = await findBookingEvent(db, eventId)
    return event && { ...event, matterId: event.bookingId, moved: toMoved({ ...event, id: event.bookingId }) }
  },
  hashOf: keyedHash,
  begin: ({ me }: Ctx, hand: BookingHand, state: BookingState): Matter => {
    const actor = hand.booking.personId === me.id ? actors.resident : nameOf(hand.adviser)
    return { ...hand, state, facts: factsOf(hand), actor }
  },
  write: ({ db, now }: House, hand: BookingHand, state: BookingState, step: NewStep, plan: Plan) => {
    const { patch, appointment = hand.appointment, ...along } = plan
    return moveBooking(db, { booking: hand.booking, appointment }, { state, ...patch }, step, along, now)
  },
  whenTaken: falseWhenTaken(['booking_events_pkey', 'booking_texts_pkey', 'booking_declarations_pkey']),
  movedBy: (_: Ctx, hand: BookingHand, state: BookingState, { patch, appointment = hand.appointment }: Plan) => {
    const { id, seq, holdUntil } = { ...hand.booking, ...patch }
    return toMoved({ id, state, seq: seq + 1, startsAt: appointment.startsAt, holdUntil })
  },
}

/** One move of a booking by a person; see `createMove`. */
export const move = createMove(kind)

/** One step of the house; see `createStep`. */
export const stepBooking = createStep(kind)
