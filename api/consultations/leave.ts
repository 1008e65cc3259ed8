import {
  countCalledOff,
  endLeave as endLeaveRow,
  findOwnTime,
  insertLeave,
  insertWalkIn,
  joinLeaves,
  listInside,
} from '@huiyin/db/consultations/leave-queries.ts'
import { findOfficePlace } from '@huiyin/db/consultations/office-queries.ts'
import { withAdvisers } from '@huiyin/db/consultations/place-queries.ts'
import { stepBooking } from '@huiyin/db/consultations/write-queries.ts'
import { bookingMoves } from '@huiyin/shared/consultations/booking-moves.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import type { Ctx } from '../core/context.ts'
import { inputHash, uuidOf } from '../core/secrets.ts'
import { expireStale } from './consultations-clock.ts'
import { over } from './move-booking.ts'
import { tellAsker, toldOf } from './news.ts'
import { advisedBy } from './office-hours.ts'
import { nameOf, takeUp } from './take-up.ts'

type Routes = typeof officeRoutes
type NewLeave = Input<Routes['addLeave']>

const minute = 60_000
const longestLeave = 366 * 24 * 60 * minute

/**
 * 请假: what is booked inside is called off and told, then the leave stands where it stood. Whoever books at the same moment either
 * comes before, and is called off and told, or after, and is refused.
 */
export const addLeave = async (ctx: Ctx, input: NewLeave): Promise<{ calledOff: number }> => {
  const [post] = advisedBy(ctx)
  const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)]
  if (endsAt <= startsAt || endsAt <= ctx.now || endsAt.getTime() - startsAt.getTime() > longestLeave)
    return refuse('bad-input', [{ field: 'endsAt', message: '请选以后的时间，最长一年' }])
  const hash = inputHash(input)
  return withAdvisers(ctx.db, [ctx.me.id], async tx => {
    const here = { ...ctx, db: tx }
    const known = await findOwn(here, input.id, hash)
    if (known) return { calledOff: await countCalledOff(tx, known) }
    const from = new Date(Math.max(startsAt.getTime(), ctx.now.getTime()))
    const asked = {
      id: input.id,
      adviserId: ctx.me.id,
      townshipId: post.townshipId,
      inputHash: hash,
      startsAt: from,
      endsAt,
    }
    await expireStale(here, ctx.me.id, ctx.me.id)
    const leave = await joinLeaves(tx, asked)
    let calledOff = 0
    for (let attempt = 0; attempt < 5; attempt++) {
      for (const id of await listInside(tx, leave.off, ctx.now)) if (await callOff(here, id, input.id)) calledOff++
      if (await insertLeave(tx, leave, ctx.now)) return { calledOff }
    }
    return refuse('moved-meanwhile')
  })
}

/** False when it was moved meanwhile, or is over already: it is looked for once more. */
const callOff = async (ctx: Ctx, id: string, leaveId: string): Promise<boolean> => {
  const hand = await takeUp(ctx, id)
  const { booking, appointment, adviser } = hand
  const state = next(bookingMoves, booking.state, 'call-off')
  if (!state) return false
  const eventId = uuidOf(`${leaveId} ${id} ${booking.seq}`)
  const step = { id: eventId, event: 'call-off', actorId: ctx.me.id, actor: nameOf(adviser), inputHash: leaveId }
  const news = tellAsker(booking.personId, 'booking-called-off', toldOf(hand))
  return stepBooking(ctx.db, { booking, appointment }, { state, ...over }, step, { news }, ctx.now)
}

/** What stands under this id already, if it is this very wish of his. */
const findOwn = async (ctx: Ctx, id: string, hash: string) => {
  const known = await findOwnTime(ctx.db, id)
  if (!known) return undefined
  if (known.adviserId !== ctx.me.id) return refuse('not-found')
  return known.inputHash === hash ? known : refuse('id-reused')
}

export const endLeave = async (ctx: Ctx, { id }: { id: string }) => {
  advisedBy(ctx)
  if (!(await endLeaveRow(ctx.db, id, ctx.me.id, ctx.now))) return refuse('not-found')
  return {}
}

/** 现场来的人: today, and only where nothing else stands. By his word alone: the service record shows it apart. */
export const addWalkIn = async (ctx: Ctx, input: Input<Routes['addWalkIn']>) => {
  const posts = advisedBy(ctx)
  const place = (await findOfficePlace(ctx.db, input.placeId)) ?? refuse('not-found')
  if (!posts.some(post => post.areaId === place.communityId)) return refuse('not-allowed')
  const hash = inputHash(input)
  if (await findOwn(ctx, input.id, hash)) return {}
  const startsAt = new Date(input.startsAt)
  if (shanghaiDay(startsAt) !== shanghaiDay(ctx.now))
    return refuse('bad-input', [{ field: 'startsAt', message: '只能记当天的' }])
  await expireStale(ctx, ctx.me.id, ctx.me.id)
  const row = {
    ...{ id: input.id, inputHash: hash, adviserId: ctx.me.id, communityId: place.communityId, placeId: place.id },
    ...{ townshipId: place.townshipId, mode: 'onsite' as const, bufferMinutes: 0, capacity: 1 },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + input.minutes * minute) },
  }
  if (await insertWalkIn(ctx.db, row, ctx.now)) return {}
  return (await findOwn(ctx, input.id, hash)) ? {} : refuse('slot-taken')
}
