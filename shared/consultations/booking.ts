import * as z from 'zod/mini'
import { At, Code, Id } from '../core/fields.ts'
import { SealedFile } from '../photos/sealed-file.ts'
import { bookingEvents, bookingStates, outcomes } from './booking-states.ts'
import { modes } from './modes.ts'

export const ModeName = z.enum(modes)
export const BookingStateName = z.enum(bookingStates)
export const OutcomeName = z.enum(outcomes)
/** A day that there is, of this century: 2026-11-24. */
export const Day = z.string().check(
  z.regex(/^20\d{2}-\d{2}-\d{2}$/),
  z.refine(day => Date.parse(day) > 0 && new Date(day).toISOString().startsWith(day)),
)

/** Who is met, as residents read it. */
export const Counsel = z.object({ id: Id, title: z.string(), name: z.string(), firm: z.nullable(z.string()) })
export type Counsel = z.infer<typeof Counsel>

/** A time that can be booked. `left`: free seats; `lecture`: for several. `daysUnknown`: 安排未公布. */
export const FreeSlot = z.object({
  adviser: Counsel,
  startsAt: At,
  endsAt: At,
  mode: ModeName,
  communityId: Code,
  village: z.string(),
  placeId: Id,
  place: z.string(),
  capacity: z.int(),
  left: z.int(),
  daysUnknown: z.boolean(),
})
export type FreeSlot = z.infer<typeof FreeSlot>

/** What a village publishes of its adviser: who, when, where, how to reach him, and when he is there next. */
export const VillageAdviser = z.object({
  adviser: Counsel,
  phone: z.nullable(z.string()),
  photoUrl: z.nullable(z.string()),
  hours: z.array(z.object({ weekday: z.int(), from: z.int(), to: z.int(), mode: ModeName, place: z.string() })),
  nextOnsite: z.nullable(At),
})
export type VillageAdviser = z.infer<typeof VillageAdviser>

/** One line of a list, and the head of a page. `holdUntil` while it is only kept. */
export const BookingCard = z.object({
  id: Id,
  number: z.string(),
  state: BookingStateName,
  adviser: Counsel,
  startsAt: At,
  endsAt: At,
  mode: ModeName,
  communityId: Code,
  village: z.string(),
  place: z.string(),
  capacity: z.int(),
  holdUntil: z.nullable(At),
})
export type BookingCard = z.infer<typeof BookingCard>

/**
 * A booking with everything that this reader may see. `reason`, `forOther` (whom it is for, by mandate): for who booked, and for the
 * adviser once he has declared that there is no conflict; `declared`: whether he has. `otherSide`: at the gate already, for that is
 * what he declares about. `record`: his own, for him alone. `can`: actions of `bookingPolicy` that are possible now.
 */
export const Booking = z.extend(BookingCard, {
  reader: z.enum(['asker', 'adviser']),
  who: z.string(),
  reason: z.nullable(z.string()),
  otherSide: z.nullable(z.string()),
  againstCommittee: z.boolean(),
  forOther: z.nullable(z.string()),
  declared: z.boolean(),
  outcome: z.nullable(OutcomeName),
  record: z.nullable(z.string()),
  /** Papers, of either; for both once the gate is passed. `mine`: this reader's. */
  files: z.array(z.extend(SealedFile, { mine: z.boolean() })),
  rated: z.boolean(),
  cancelUntil: z.nullable(At),
  /** The lawyer's published number. */
  phone: z.nullable(z.string()),
  steps: z.array(z.object({ seq: z.int(), event: z.enum(bookingEvents), by: z.string(), at: At })),
  can: z.array(z.string()),
})
export type Booking = z.infer<typeof Booking>

/** What a move answers. */
export const BookingMoved = z.object({
  id: Id,
  state: BookingStateName,
  seq: z.int(),
  startsAt: At,
  holdUntil: z.nullable(At),
})
export type BookingMoved = z.infer<typeof BookingMoved>
