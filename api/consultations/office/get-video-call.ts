import type { Ctx } from '@huiyin/api/core/context.ts'
import { listOpenids } from '@huiyin/db/people/queries.ts'
import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import type { VideoCall } from '@huiyin/shared/consultations/office-desk.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import { nameOf, takeUp } from '../take-up.ts'

/** What the platform needs for the call, for the adviser alone, and only around the time that she has booked. */
export const getVideoCall = async (ctx: Ctx, { id }: { id: string }): Promise<VideoCall> => {
  const { booking, adviser, it } = await takeUp(ctx, id)
  demandAct(bookingLife, ctx.me, 'call', it, ctx.now)
  if (!ctx.outside.env.WECHAT_VIDEO) return refuse('no-video')
  const openids = await listOpenids(ctx.db, [ctx.me.id, booking.personId])
  const party = (personId: string, nickname: string) => ({ nickname, account: openids.get(personId) ?? refuse('bug') })
  return { caller: party(ctx.me.id, nameOf(adviser)), listener: party(booking.personId, actors.resident) }
}
