import { stepBooking } from '@huiyin/db/consultations/write-queries.ts'
import { expireDue } from '@huiyin/shared/consultations/booking-clock.ts'
import type { Ctx } from '../core/context.ts'
import { uuidOf } from '../core/secrets.ts'
import { holdSlot, type Wanted } from './hold-slot.ts'
import { tellAsker, toldOf } from './news.ts'
import { type Hand, takeUp } from './take-up.ts'

type Offer = {
  personId: string
  /** Of the booking that is made; the same again is the same offer. */
  id: string
  wanted: Wanted
  until: Date
  kind: 'booking-offered' | 'booking-next'
}

/** Keeps a time for somebody who did not ask for it this moment, and tells her. Refused as `holdSlot` would refuse herself. */
export const keepFor = async (
  ctx: Pick<Ctx, 'db' | 'now' | 'outside'>,
  { personId, id, wanted, until, kind }: Offer,
): Promise<Hand> => {
  const hers: Ctx = { ...ctx, me: { id: personId, posts: [] }, tokenHash: '' }
  await holdSlot(hers, { id, ...wanted })
  const eventId = uuidOf(`${id} offered`)
  const hand = await takeUp(ctx, id, eventId)
  if (hand.repeated) return hand
  const { booking, appointment } = hand
  const step = { id: eventId, event: 'extend', actorId: null, actor: '系统', inputHash: '' }
  const patch = { state: 'held' as const, holdUntil: until, ...expireDue(until) }
  const news = tellAsker(personId, kind, toldOf(hand))
  await stepBooking(ctx.db, { booking, appointment }, patch, step, { news }, ctx.now)
  return takeUp(ctx, id)
}
