import type { Ctx } from '@huiyin/api/core/context.ts'
import { calendarWith, isCovered } from '@huiyin/api/grids/calendar.ts'
import { findSlotGround, type Search, type SlotGround } from '@huiyin/db/consultations/availability-queries.ts'
import type { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { dayAfter } from '@huiyin/shared/consultations/days.ts'
import { modeNames } from '@huiyin/shared/consultations/modes.ts'
import { isLecture, type Slot, slotsOf } from '@huiyin/shared/consultations/slots.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'

/** A village, its advisers, and everything that could be booked in these days. Nobody books himself (`own` shows his times nevertheless). */
export type Found = { ground: SlotGround; slots: Slot[] }

export const findSlots = async (
  ctx: Pick<Ctx, 'db' | 'me' | 'now'>,
  search: Omit<Search, 'to'>,
  days: number,
  own = false,
): Promise<Found> => {
  const from = within(search.from, shanghaiDay(ctx.now))
  const ground =
    (await findSlotGround(ctx.db, { ...search, from, to: dayAfter(from, days - 1) }, ctx.now)) ??
    refuse('place-unknown')
  const slots = slotsOf(availabilityOf(ground), ctx.now, from, days).filter(slot => own || slot.adviserId !== ctx.me.id)
  return { ground, slots }
}

/** What hours and leave alone give, whoever has it, and what has begun already. */
export const slotsByHours = (ground: SlotGround, now: Date, days: number): Slot[] => {
  const always = { noticeMinutes: -bookingLimits.longestSlotMinutes, horizonDays: bookingLimits.searchDays }
  const there = {
    ...availabilityOf(ground),
    rules: ground.rules.map(it => ({ ...it, ...always })),
    extras: ground.extras.map(it => ({ ...it, ...always })),
    busy: ground.busy.filter(it => it.communityId === null),
  }
  return slotsOf(there, now, shanghaiDay(now), days)
}

const within = (from: string, today: string) => {
  const last = dayAfter(today, bookingLimits.farthestDays)
  return from < today ? today : from > last ? last : from
}

/** The day of a wanted time, or the nearest one on which anything could be had. */
export const dayNear = (startsAt: string, now: Date): string => {
  const last = now.getTime() + bookingLimits.farthestDays * 86_400_000
  return shanghaiDay(new Date(Math.min(Math.max(Date.parse(startsAt), now.getTime()), last)))
}

const availabilityOf = (ground: SlotGround) => {
  return {
    ...ground,
    calendar: calendarWith(ground.days),
    isAnnounced: (year: string) => isCovered(year, ground.yearsEntered),
    travelMinutes: bookingLimits.travelMinutes,
  }
}

/** A free time as it is offered. */
export const offerOf = ({ counsel, villages, places }: SlotGround, slot: Slot): FreeSlot => {
  const who = counsel.find(it => it.id === slot.adviserId && it.communityId === slot.communityId) ?? refuse('bug')
  return {
    adviser: { id: who.id, title: who.title, name: who.name, firm: who.firm },
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    mode: slot.mode,
    communityId: slot.communityId,
    village: villages.find(it => it.id === slot.communityId)?.name ?? '',
    placeId: slot.placeId,
    place: places.find(it => it.id === slot.placeId)?.name ?? modeNames[slot.mode],
    capacity: slot.capacity,
    left: slot.left,
    daysUnknown: slot.daysUnknown,
  }
}

/** `lecture`: lectures alone, or talks alone; undefined for both. */
export const isOfKind = (slot: Slot, lecture: boolean | undefined): boolean =>
  lecture === undefined || isLecture(slot) === lecture
