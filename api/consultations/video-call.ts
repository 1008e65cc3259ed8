import { listOpenids } from '@huiyin/db/people/queries.ts'
import { callEnd, callFrom } from '@huiyin/shared/consultations/booking-clock.ts'
import { isToCome } from '@huiyin/shared/consultations/booking-moves.ts'
import { bookingPolicy } from '@huiyin/shared/consultations/booking-policy.ts'
import type { VideoCall } from '@huiyin/shared/consultations/office-desk.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { type Ctx, demand } from '../core/context.ts'
import { nameOf, takeUp } from './take-up.ts'

/** What the platform needs for the call, for the adviser alone, and only around the time that she has booked. */
export const getVideoCall = async (ctx: Ctx, { id }: { id: string }): Promise<VideoCall> => {
  const { booking, appointment, adviser, subject } = await takeUp(ctx, id)
  demand(bookingPolicy, ctx.me, 'call', subject)
  if (appointment.mode !== 'video' || !isToCome(booking.state)) return refuse('wrong-state')
  if (!ctx.outside.env.WECHAT_VIDEO) return refuse('no-video')
  if (ctx.now < callFrom(appointment)) return refuse('too-early')
  if (ctx.now >= callEnd(appointment)) return refuse('too-late')
  const openids = await listOpenids(ctx.db, [ctx.me.id, booking.personId])
  const party = (personId: string, nickname: string) => ({ nickname, account: openids.get(personId) ?? refuse('bug') })
  return { caller: party(ctx.me.id, nameOf(adviser)), listener: party(booking.personId, '居民') }
}
