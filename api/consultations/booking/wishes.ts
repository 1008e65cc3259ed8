import type { Ctx } from '@huiyin/api/core/context.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { findSlots } from '../offering/free-slots.ts'

type House = Pick<Ctx, 'db' | 'now' | 'me'>
export type Wish = { communityId: string; adviserId: string | null; fromDay: string; untilDay: string }

/** The free times that somebody waits for: talks, no lectures. */
export const freeFor = async (ctx: House, { communityId, adviserId, fromDay, untilDay }: Wish) => {
  const from = fromDay > shanghaiDay(ctx.now) ? fromDay : shanghaiDay(ctx.now)
  const days = Math.round((Date.parse(untilDay) - Date.parse(from)) / 86_400_000) + 1
  if (days < 1) return []
  const { slots } = await findSlots(
    ctx,
    { communityId, wide: false, adviserId, from },
    Math.min(days, bookingLimits.waitDays),
  )
  return slots.filter(slot => !isLecture(slot))
}
