import type { Ctx } from '@huiyin/api/core/context.ts'
import { inputHash, uuidOf } from '@huiyin/api/core/secrets.ts'
import { countCalledOff, insertLeave, joinLeaves, listInside } from '@huiyin/db/consultations/leave-queries.ts'
import { withAdvisers } from '@huiyin/db/consultations/place-queries.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { expireStale } from '../expire-stale.ts'
import { over, stepBooking } from '../mover.ts'
import { factsOf, tellAsker } from '../notices.ts'
import { findOwn } from '../own-time.ts'
import { nameOf, takeUp } from '../take-up.ts'
import { fieldWords, whoWords } from '../words.ts'
import { demandOffice, postOf, wordTo } from './leave.ts'

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
    return refuse('bad-input', [{ field: 'endsAt', message: fieldWords.leave }])
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
    await expireStale(here, { adviserId, personId: ctx.me.id, at: startsAt })
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
  const actor = appointment.adviserId === ctx.me.id ? nameOf(adviser) : whoWords.office
  const by = { id: uuidOf(`${leaveId} ${id} ${booking.seq}`), actorId: ctx.me.id, actor, inputHash: leaveId }
  const notices = tellAsker(booking.personId, 'booking-called-off', factsOf(hand))
  return stepBooking(ctx, hand, 'call-off', by, { patch: over, notices })
}
