import type { Ctx } from '@huiyin/api/core/context.ts'
import { isPaidBy } from '@huiyin/db/consultations/availability-queries.ts'
import { lockLecture, takePlace } from '@huiyin/db/consultations/place-queries.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { expireStale } from '../expire-stale.ts'
import { findOffered, refuseSlot, type Wanted } from '../keep-slot.ts'

/** Nobody paid by the committee that it is against. */
export const demandNeutral = async (ctx: Ctx, committeeId: string | null, adviserId: string): Promise<void> => {
  if (committeeId && (await isPaidBy(ctx.db, committeeId, adviserId, ctx.now))) refuse('neutral-adviser-needed')
}

/** Takes another place, inside a transaction. `turn`: one of hers that is free. */
export const seatAnew = async (ctx: Ctx, wanted: Wanted, seed: string) => {
  await expireStale(ctx, { ...wanted, personId: ctx.me.id, at: new Date(wanted.startsAt) })
  const offered = await findOffered(ctx, wanted, seed)
  if (!offered) return refuseSlot(ctx, wanted)
  const { place, offer } = offered
  if (isLecture(place)) await lockLecture(ctx.db, place)
  const taken = await takePlace(ctx.db, place, ctx.me.id, ctx.now)
  if (!taken) return refuseSlot(ctx, wanted)
  const { turn, ...seat } = taken
  return { turn, seat, place, offer }
}
