import { findBookingEvent, type TextKind } from '@huiyin/db/consultations/queries.ts'
import { type Along, type BookingPatch, stepBooking } from '@huiyin/db/consultations/write-queries.ts'
import { codeOf, constraintOf } from '@huiyin/db/core/errors.ts'
import type { BookingMoved } from '@huiyin/shared/consultations/booking.ts'
import { type BookingEvent, type BookingState, bookingMoves } from '@huiyin/shared/consultations/booking-moves.ts'
import { type BookingAction, bookingPolicy } from '@huiyin/shared/consultations/booking-policy.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { type Ctx, demand } from '../core/context.ts'
import { about, inputHash, uuidOf } from '../core/secrets.ts'
import { type Told, toldOf } from './news.ts'
import { type Hand, nameOf, takeUp } from './take-up.ts'

/** Whatever else a verb's input holds counts for telling a repeat from another tap. */
export type MoveInput = { id: string; eventId: string }

/** A booking in the middle of a move: `state` is the one after it, by the lifecycle table. */
export type Matter = Hand & { state: BookingState; told: Told }

/** `startsAt`: where the time has changed with it. */
export type Plan = Along & { patch: BookingPatch; appointment?: { adviserId: string; startsAt: Date } }

type Mover = Extract<BookingEvent, BookingAction>

/** Nothing is kept and nothing is due any more. */
export const over = { holdUntil: null, dueAt: null, dueFor: null } as const

/**
 * One move of a booking, the same way for every verb: repeat? permission? lifecycle? then the verb's plan, written in one statement
 * that holds only if nobody moved the booking meanwhile; if somebody did, all is looked at anew (`tries`: once inside a transaction,
 * which is begun anew as a whole).
 */
export const move = async (
  ctx: Ctx,
  event: Mover,
  input: MoveInput,
  plan: (matter: Matter) => Plan | Promise<Plan>,
  tries = 3,
): Promise<BookingMoved> => {
  const hash = keyedHash(ctx, { event, ...input })
  for (let attempt = 0; attempt < tries; attempt++) {
    const hand = await takeUp(ctx, input.id, input.eventId)
    if (hand.repeated) return replayed(ctx, input, hash)
    demand(bookingPolicy, ctx.me, event, hand.subject)
    const { booking, adviser } = hand
    const state = next(bookingMoves, booking.state, event) ?? refuse(lateFor(event, booking.state))
    const { patch, appointment = hand.appointment, ...along } = await plan({ ...hand, state, told: toldOf(hand) })
    const actor = booking.personId === ctx.me.id ? '居民' : nameOf(adviser)
    const step = { id: input.eventId, event, actorId: ctx.me.id, actor, inputHash: hash }
    const to = { state, ...patch }
    const moved = stepBooking(ctx.db, { booking, appointment }, to, step, along, ctx.now)
    if (await moved.catch(refuseTaken)) {
      const { id, seq, holdUntil } = { ...booking, ...to }
      return toMoved({ id, state, seq: seq + 1, startsAt: appointment.startsAt, holdUntil })
    }
  }
  return refuse('moved-meanwhile')
}

/** A kept time that ran out is simply gone. */
const lateFor = (event: Mover, state: BookingState) =>
  event === 'extend' && state === 'expired' ? 'slot-taken' : 'wrong-state'

/** Hash of an input that holds confidential words: keyed, so that nobody can try words out on it. */
export const keyedHash = ({ outside }: Pick<Ctx, 'outside'>, input: object): string =>
  outside.keys.blindIndex(inputHash(input))

/** Words that go with a move, sealed; `id` stays the same for the same tap. Nothing for what was not said. */
export const sealed = (
  { outside }: Pick<Ctx, 'outside'>,
  eventId: string,
  kind: TextKind,
  words: string | undefined,
) => {
  const id = uuidOf(`${eventId} ${kind}`)
  return words === undefined ? [] : [{ id, kind, cipher: outside.keys.seal(words, about.bookingText(id, kind)) }]
}

/** False when this very tap has just been written by its twin. */
const refuseTaken = (error: unknown): false => {
  const ours = ['booking_events_pkey', 'booking_texts_pkey', 'booking_declarations_pkey']
  if (codeOf(error) === '23505' && ours.includes(constraintOf(error) ?? '')) return false
  // A file that is somebody else's, or named already.
  if (codeOf(error) === '23503') return refuse('not-found')
  throw error
}

const replayed = async (ctx: Ctx, { id, eventId }: MoveInput, hash: string): Promise<BookingMoved> => {
  const event = await findBookingEvent(ctx.db, eventId)
  if (event?.actorId !== ctx.me.id || event.bookingId !== id) return refuse('not-found')
  if (event.inputHash !== hash) return refuse('id-reused')
  return toMoved({ ...event, id: event.bookingId })
}

type Moved = { id: string; state: BookingState; seq: number; startsAt: Date; holdUntil: Date | null }

const toMoved = ({ id, state, seq, startsAt, holdUntil }: Moved): BookingMoved => ({
  id,
  state,
  seq,
  startsAt: startsAt.toISOString(),
  holdUntil: holdUntil?.toISOString() ?? null,
})
