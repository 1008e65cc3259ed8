import type { Ctx } from '@huiyin/api/core/context.ts'
import { uuidOf } from '@huiyin/api/core/secrets.ts'
import { findSlotGround } from '@huiyin/db/consultations/availability-queries.ts'
import { findPlaceByCode } from '@huiyin/db/consultations/office-queries.ts'
import { lockLecture, type WantedSlot } from '@huiyin/db/consultations/place-queries.ts'
import { findBooking, listOwnAt, type OwnAt } from '@huiyin/db/consultations/queries.ts'
import { type BookingPatch, insertHold } from '@huiyin/db/consultations/write-queries.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { codeOf } from '@huiyin/db/core/errors.ts'
import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { arrivedDue, arriveFrom, type Span } from '@huiyin/shared/consultations/booking-clock.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import { viewOf } from '../booking-view.ts'
import { stepBooking } from '../mover.ts'
import { slotsByHours } from '../offering/free-slots.ts'
import { takeUp } from '../take-up.ts'
import { arrive } from './arriving.ts'

/**
 * 签到 by the check-in poster: all that she has booked there by now has begun for her, her mother's time right after her own
 * too; whoever has nothing takes a free seat of the lecture that is on. `id` names the tap, and the booking where one is made.
 */
export const checkIn = async (ctx: Ctx, input: Input<(typeof bookingRoutes)['checkIn']>): Promise<Booking> => {
  const known = await findBooking(ctx.db, input.id, ctx.now)
  if (known) return known.booking.personId === ctx.me.id ? seen(ctx, input.id) : refuse('not-found')
  const mine = await listOwnAt(ctx.db, ctx.me.id, input.place, ctx.now)
  const begun = mine.filter(it => it.state === 'booked' && isOn(it, ctx.now))
  for (const { id } of begun) await arrive(ctx, { id, eventId: uuidOf(`${input.id} ${id}`), place: input.place })
  const here = mine.find(it => it.state === 'here') ?? begun[0]
  if (here) return seen(ctx, here.id)
  return (await signIn(ctx, input)) ?? refuse(mine.some(it => isLater(it, ctx.now)) ? 'too-early' : 'nothing-here')
}

const seen = async (ctx: Ctx, id: string): Promise<Booking> => viewOf(ctx, await takeUp(ctx, id))

const isOn = (it: Span, now: Date) => now >= arriveFrom(it) && now < it.endsAt
const isLater = (it: OwnAt, now: Date) => now < arriveFrom(it) && shanghaiDay(it.startsAt) === shanghaiDay(now)

/** A seat of the lecture at this place; undefined where none is on. */
const signIn = async (ctx: Ctx, { id, place: code }: { id: string; place: string }): Promise<Booking | undefined> => {
  const room = await findPlaceByCode(ctx.db, code)
  if (!room) return undefined
  const today = shanghaiDay(ctx.now)
  const search = { communityId: room.communityId, wide: false, adviserId: null, from: today, to: today }
  const ground = await findSlotGround(ctx.db, search, ctx.now)
  const given = ground ? slotsByHours(ground, ctx.now, 1) : []
  const lecture = given.find(it => isLecture(it) && it.placeId === room.id && isOn(it, ctx.now))
  if (!ground || !lecture || lecture.adviserId === ctx.me.id) return undefined
  const appointmentId = uuidOf(`appointment ${id} sign in`)
  const place = { ...lecture, appointmentId, townshipId: ground.townshipId }
  if (!(await takeSeat(ctx, id, place))) {
    // Her own twin was quicker, or the last seat has gone.
    const here = (await listOwnAt(ctx.db, ctx.me.id, code, ctx.now)).find(it => it.state === 'here')
    return here ? seen(ctx, here.id) : refuse('lecture-full')
  }
  return seen(ctx, id)
}

/** Kept, booked and there in one transaction: the life of a booking is the same for everybody. */
const takeSeat = async (ctx: Ctx, id: string, place: WantedSlot): Promise<boolean> => {
  try {
    return await ctx.db.transaction(async tx => {
      await lockLecture(tx, place)
      const { perDay } = bookingLimits
      const hold = { id, personId: ctx.me.id, inputHash: '', holdUntil: ctx.now, perDay, signIn: true }
      const held = await insertHold(
        tx,
        hold,
        place,
        { ...byAsker(ctx, id, 'hold'), event: 'hold', answers: false },
        ctx.now,
      )
      if (held.often) throw new Refusal('too-many', undefined, 3600)
      if (!held.number) return false
      await come(ctx, tx, id, 'book', { holdUntil: null, ...arrivedDue(place, true) })
      await come(ctx, tx, id, 'arrive', {})
      return true
    })
  } catch (error) {
    if (['23503', '23505'].includes(codeOf(error) ?? '')) return false
    throw error
  }
}

const byAsker = (ctx: Ctx, id: string, event: 'hold' | 'book' | 'arrive') => ({
  ...{ id: event === 'hold' ? id : uuidOf(`${id} ${event}`), actorId: ctx.me.id },
  ...{ actor: actors.resident, inputHash: '' },
})

const come = async (ctx: Ctx, db: Db, id: string, event: 'book' | 'arrive', patch: BookingPatch) => {
  const house = { db, now: ctx.now }
  const moved = await stepBooking(house, await takeUp(house, id), event, byAsker(ctx, id, event), {
    patch,
    notices: [],
  })
  if (!moved) refuse('moved-meanwhile')
}
