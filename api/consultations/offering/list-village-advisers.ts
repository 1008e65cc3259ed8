import type { Ctx } from '@huiyin/api/core/context.ts'
import { thumbLink } from '@huiyin/api/photos/photo-links.ts'
import { findSlotGround } from '@huiyin/db/consultations/availability-queries.ts'
import type { VillageAdviser } from '@huiyin/shared/consultations/booking.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { dayAfter } from '@huiyin/shared/consultations/days.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { slotsByHours } from './free-slots.ts'

type Routes = typeof bookingRoutes

/** What everybody may know of a village's advisers. Next there: by the hours and leave alone, whether a time is free or not. */
export const listVillageAdvisers = async (
  ctx: Ctx,
  { communityId }: Input<Routes['listVillageAdvisers']>,
): Promise<Answer<Routes['listVillageAdvisers']>> => {
  const today = shanghaiDay(ctx.now)
  const search = {
    communityId,
    wide: false,
    adviserId: null,
    from: today,
    to: dayAfter(today, bookingLimits.searchDays - 1),
  }
  const ground = (await findSlotGround(ctx.db, search, ctx.now)) ?? refuse('place-unknown')
  const onsite = slotsByHours(ground, ctx.now, bookingLimits.searchDays).filter(
    it => it.mode === 'onsite' && it.startsAt >= ctx.now,
  )
  const placeOf = (id: string) => ground.places.find(it => it.id === id)?.name ?? ''
  const advisers = ground.counsel.map(
    ({ id, title, name, firm, phone, photoId, photoKey }): VillageAdviser => ({
      adviser: { id, title, name, firm },
      phone,
      photoUrl: photoId && photoKey ? thumbLink(ctx, photoId) : null,
      hours: ground.rules
        .filter(it => it.adviserId === id)
        .sort((a, b) => a.weekday - b.weekday || a.from - b.from)
        .map(it => ({ weekday: it.weekday, from: it.from, to: it.to, mode: it.mode, place: placeOf(it.placeId) })),
      nextOnsite: onsite.find(slot => slot.adviserId === id)?.startsAt.toISOString() ?? null,
    }),
  )
  return { village: ground.village, advisers }
}
