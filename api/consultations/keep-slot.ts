import { lockLecture, type WantedSlot } from '@huiyin/db/consultations/place-queries.ts'
import { type AppointmentRow, findBooking } from '@huiyin/db/consultations/queries.ts'
import { type Held, insertHold } from '@huiyin/db/consultations/write-queries.ts'
import { codeOf } from '@huiyin/db/core/errors.ts'
import type { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { holdEnd } from '@huiyin/shared/consultations/booking-clock.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { dayAfter } from '@huiyin/shared/consultations/days.ts'
import { isLecture, nearestTo, type Slot } from '@huiyin/shared/consultations/slots.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import type { Ctx } from '../core/context.ts'
import { uuidOf } from '../core/secrets.ts'
import { keyedHash } from '../matters/move.ts'
import { expireStale } from './expire-stale.ts'
import { dayNear, findSlots, isOfKind, offerOf } from './offering/free-slots.ts'
import { type BookingHand, takeUp } from './take-up.ts'

/** `lecture`: whether it has to be one, or must not; undefined where either will do. */
export type Wanted = { adviserId: string; communityId: string; startsAt: string; lecture?: boolean }

/** The time of an appointment, as somebody would want it anew. */
export const wantedOf = ({ adviserId, communityId, startsAt, kind }: AppointmentRow): Wanted => ({
  ...{ adviserId, communityId, startsAt: startsAt.toISOString(), lecture: kind === 'lecture' },
})

/**
 * Keeps a time for `me`: it must be one that is offered; then one statement takes it, or finds that somebody was quicker. She is
 * told so with the nearest that are left. The id makes it idempotent.
 */
export const keepSlot = async (ctx: Ctx, input: Wanted & { id: string }): Promise<BookingHand> => {
  const hash = keyedHash(ctx, input)
  await expireStale(ctx, { ...input, personId: ctx.me.id, at: new Date(input.startsAt) })
  for (let attempt = 0; attempt < 3; attempt++) {
    const offered = await findOffered(ctx, input, `${input.id} ${attempt}`)
    const held = offered && (await take(ctx, input.id, hash, offered.place))
    if (held?.number) return takeUp(ctx, input.id)
    // A call that comes again finds its own time taken, by itself.
    if (await findBooking(ctx.db, input.id, ctx.now)) return again(ctx, input.id, hash)
    if (held?.often) throw new Refusal('too-many', undefined, 3600)
    if (held?.spent) return refuse(held.strict ? 'one-at-a-time' : 'too-many-bookings')
    if (!offered) break
  }
  return refuseSlot(ctx, input)
}

/** Slot and place behind a wanted time, as long as it is offered. `seed` names the appointment that it may become. */
export const findOffered = async (
  ctx: Ctx,
  { adviserId, communityId, startsAt, lecture }: Wanted,
  seed: string,
): Promise<{ place: WantedSlot; offer: FreeSlot } | undefined> => {
  const search = { communityId, wide: false, adviserId, from: dayNear(startsAt, ctx.now) }
  const { ground, slots } = await findSlots(ctx, search, 1)
  const slot = slots.find(it => it.startsAt.getTime() === Date.parse(startsAt) && isOfKind(it, lecture))
  if (!slot) return undefined
  const place = { ...slot, appointmentId: uuidOf(`appointment ${seed}`), townshipId: ground.townshipId }
  return { place, offer: offerOf(ground, slot) }
}

/** Gone; with the nearest other times of that village. */
export const refuseSlot = async (ctx: Ctx, wanted: Wanted): Promise<never> => {
  const near = await findOthers(ctx, wanted, 7, 15)
  const choices = near.length === bookingLimits.nearest ? near : await findOthers(ctx, wanted, 7, 28)
  throw new Refusal('slot-taken', undefined, undefined, choices)
}

/** What is refused because the time is gone is refused with the nearest others. */
export const orNearest = async <T>(ctx: Ctx, id: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'slot-taken' || error.choices) throw error
    return refuseSlot(ctx, wantedOf((await takeUp(ctx, id)).appointment))
  }
}

/** The other times nearest to this one, among so many days from `before` days before it. */
const findOthers = async (ctx: Ctx, wanted: Wanted, before: number, days: number) => {
  const { adviserId, communityId, startsAt, lecture } = wanted
  const search = { communityId, wide: false, adviserId: null, from: dayAfter(dayNear(startsAt, ctx.now), -before) }
  const { ground, slots } = await findSlots(ctx, search, days)
  const at = new Date(startsAt)
  const isAnother = (it: Slot) => it.adviserId !== adviserId || it.startsAt.getTime() !== at.getTime()
  const others = slots.filter(it => isAnother(it) && isOfKind(it, lecture))
  return nearestTo(others, at, bookingLimits.nearest).map(it => offerOf(ground, it))
}

/** Undefined when an appointment was made for which there was no seat or no turn after all: it was undone as a whole. */
const take = async (ctx: Ctx, id: string, hash: string, place: WantedSlot): Promise<Held | undefined> => {
  const holdUntil = holdEnd(ctx.now, ctx.now)
  const hold = { id, personId: ctx.me.id, inputHash: hash, holdUntil, perDay: bookingLimits.perDay }
  const step = { id, event: 'hold', answers: false, actorId: ctx.me.id, actor: actors.resident, inputHash: hash }
  try {
    if (!isLecture(place)) return await insertHold(ctx.db, hold, place, step, ctx.now)
    return await ctx.db.transaction(async tx => {
      await lockLecture(tx, place)
      return insertHold(tx, hold, place, step, ctx.now)
    })
  } catch (error) {
    if (['23503', '23505'].includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}

/** The id is taken: by this very submission (the answer got lost), by another one, or by somebody else. */
const again = async (ctx: Ctx, id: string, hash: string): Promise<BookingHand> => {
  const hand = await takeUp(ctx, id)
  if (hand.booking.personId !== ctx.me.id) return refuse('not-found')
  return hand.booking.inputHash === hash ? hand : refuse('id-reused')
}
