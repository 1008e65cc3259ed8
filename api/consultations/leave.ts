import {
  countCalledOff,
  endLeave as endLeaveRow,
  findOwnTime,
  insertLeave,
  insertWalkIn,
  joinLeaves,
  listInside,
  listTownshipAdvisers as readAdvisers,
  type Word,
} from '@huiyin/db/consultations/leave-queries.ts'
import { findOfficePlace } from '@huiyin/db/consultations/office-queries.ts'
import { withAdvisers } from '@huiyin/db/consultations/place-queries.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import type { Leave } from '@huiyin/shared/consultations/office-desk.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { type Ctx, demandPost } from '../core/context.ts'
import { inputHash, uuidOf } from '../core/secrets.ts'
import { advisedBy } from './advised-by.ts'
import { expireStale } from './consultations-clock.ts'
import { over, stepBooking } from './move-booking.ts'
import { tellAsker, tellOfLeave, toldOf } from './news.ts'
import { nameOf, takeUp } from './take-up.ts'

type Routes = typeof officeRoutes
type NewLeave = Input<Routes['addLeave']>

const minute = 60_000
const longestLeave = bookingLimits.leaveDays * 24 * 60 * minute

/**
 * 请假: what is booked inside is called off and told, then the leave stands where it stood. Whoever books at the same moment either
 * comes before, and is called off and told, or after, and is refused.
 */
export const addLeave = async (ctx: Ctx, input: NewLeave): Promise<{ calledOff: number }> => {
  const adviserId = input.adviserId ?? ctx.me.id
  demandOffice(ctx)
  const post = (await postOf(ctx, adviserId)) ?? refuse('not-found')
  const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)]
  if (endsAt <= startsAt || endsAt <= ctx.now || endsAt.getTime() - startsAt.getTime() > longestLeave)
    return refuse('bad-input', [{ field: 'endsAt', message: '请选以后的时间，最长一年' }])
  const hash = inputHash(input)
  return withAdvisers(ctx.db, [adviserId], async tx => {
    const here = { ...ctx, db: tx }
    const known = await findOwn(here, input.id, hash, adviserId)
    if (known) return { calledOff: await countCalledOff(tx, known) }
    const from = new Date(Math.max(startsAt.getTime(), ctx.now.getTime()))
    const asked = {
      id: input.id,
      adviserId,
      townshipId: post.townshipId,
      inputHash: hash,
      startsAt: from,
      endsAt,
    }
    await expireStale(here, adviserId, ctx.me.id)
    const leave = await joinLeaves(tx, asked)
    const word = wordTo(ctx, adviserId, post, 'leave-entered', asked)
    let calledOff = 0
    for (let attempt = 0; attempt < 5; attempt++) {
      for (const id of await listInside(tx, leave.off, ctx.now)) if (await callOff(here, id, input.id)) calledOff++
      if (await insertLeave(tx, leave, word, ctx.now)) return { calledOff }
    }
    return refuse('moved-meanwhile')
  })
}

/** False when it was moved meanwhile, or is over already: it is looked for once more. */
const callOff = async (ctx: Ctx, id: string, leaveId: string): Promise<boolean> => {
  const hand = await takeUp(ctx, id)
  const { booking, appointment, adviser } = hand
  const actor = appointment.adviserId === ctx.me.id ? nameOf(adviser) : '司法所'
  const by = { id: uuidOf(`${leaveId} ${id} ${booking.seq}`), actorId: ctx.me.id, actor, inputHash: leaveId }
  const news = tellAsker(booking.personId, 'booking-called-off', toldOf(hand))
  return stepBooking(ctx, hand, 'call-off', by, { patch: over, news })
}

/** What stands under this id already, if it is this very wish of his, or for him. */
const findOwn = async (ctx: Ctx, id: string, hash: string, adviserId = ctx.me.id) => {
  const known = await findOwnTime(ctx.db, id)
  if (!known) return undefined
  if (known.adviserId !== adviserId) return refuse('not-found')
  return known.inputHash === hash ? known : refuse('id-reused')
}

/** Leave is for advisers to take, and for justice offices to enter. */
const demandOffice = ({ me }: Ctx) => {
  if (!me.posts.some(post => post.role === 'adviser' || post.role === 'justice')) refuse('not-allowed')
}

type Post = { townshipId: string; communityId: string }

/** Where he advises: he acts for himself; for who is ill the justice office of a township in which he does. Nobody else may. */
const postOf = async (ctx: Ctx, adviserId: string): Promise<Post | undefined> => {
  if (adviserId === ctx.me.id) {
    const [{ areaId, townshipId }] = advisedBy(ctx)
    return { townshipId, communityId: areaId }
  }
  for (const { role, areaId: townshipId } of ctx.me.posts) {
    if (role !== 'justice') continue
    const found = (await readAdvisers(ctx.db, townshipId, ctx.now)).find(it => it.id === adviserId)
    if (found) return { townshipId, communityId: found.communityId }
  }
  return undefined
}

/** He is told what was done in his name. Nobody is told of what he does himself. */
const wordTo = (
  ctx: Ctx,
  adviserId: string,
  { communityId }: Post,
  kind: 'leave-entered' | 'leave-ended',
  { id, startsAt }: { id: string; startsAt: Date },
): Word => ({
  ...{ communityId, actorId: ctx.me.id, eventId: uuidOf(`${id} ${kind}`) },
  news: tellOfLeave(adviserId, kind, startsAt),
})

/** Again is no harm. */
export const endLeave = async (ctx: Ctx, { id }: { id: string }) => {
  demandOffice(ctx)
  const leave = await findOwnTime(ctx.db, id)
  const post = leave?.kind === 'leave' && (await postOf(ctx, leave.adviserId))
  if (!leave || !post) return refuse('not-found')
  await endLeaveRow(ctx.db, id, wordTo(ctx, leave.adviserId, post, 'leave-ended', leave), ctx.now)
  return {}
}

/** Moments as the contract wants them. */
export const leaveView = ({ id, startsAt, endsAt }: Leave): Leave => ({
  ...{ id, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() },
})

export const listTownshipAdvisers = async (ctx: Ctx, { township }: { township: string }) => {
  demandPost(ctx, 'justice', township)
  const advisers = await readAdvisers(ctx.db, township, ctx.now)
  return {
    items: advisers.map(({ communityId, leaves, ...rest }) => ({ ...rest, leaves: leaves.map(leaveView) })),
  }
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
