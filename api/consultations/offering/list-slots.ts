import type { Ctx } from '@huiyin/api/core/context.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import type { Slot } from '@huiyin/shared/consultations/slots.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { findSlots, isOfKind, offerOf } from './free-slots.ts'

type Routes = typeof bookingRoutes

/** Next free times first. Days are never cut in two: `next` is the first day that was left out. */
export const listSlots = async (ctx: Ctx, input: Input<Routes['listSlots']>): Promise<Answer<Routes['listSlots']>> => {
  const { communityId, wide, adviserId = null, from = '', own, lecture } = input
  const search = { communityId, wide, adviserId, from }
  const { ground, slots: free } = await findSlots(ctx, search, bookingLimits.searchDays, own)
  const slots = free.filter(slot => isOfKind(slot, lecture))
  const lastDay = slots.length > input.limit ? dayOf(slots[input.limit - 1]) : undefined
  const items = slots.filter(slot => lastDay === undefined || dayOf(slot) <= lastDay)
  const next = slots[items.length]
  return { items: items.map(slot => offerOf(ground, slot)), ...(next && { next: dayOf(next) }) }
}

const dayOf = (slot: Slot | undefined) => (slot ? shanghaiDay(slot.startsAt) : '')
