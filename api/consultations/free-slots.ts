import { findGround, type Ground, type Search } from '@huiyin/db/consultations/availability-queries.ts'
import { type FreeSlot, isLecture, type VillageAdviser } from '@huiyin/shared/consultations/booking.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { modeNames, type Slot, slotsOf, travelMinutes } from '@huiyin/shared/consultations/slots.ts'
import { dayAfter } from '@huiyin/shared/core/days.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import type { Ctx } from '../core/context.ts'
import { calendarWith, isPublished } from '../grids/calendar.ts'
import { thumbLink } from '../photos/photo-links.ts'

type Routes = typeof bookingRoutes

/** So far ahead one looks. */
const searchDays = 60

/** A village, its advisers, and everything that could be booked in these days. Nobody books himself (`own` shows his times nevertheless). */
export type Found = { ground: Ground; slots: Slot[] }

export const findSlots = async (
  ctx: Pick<Ctx, 'db' | 'me' | 'now'>,
  search: Omit<Search, 'to'>,
  days: number,
  own = false,
): Promise<Found> => {
  const from = within(search.from, shanghaiDay(ctx.now))
  const ground =
    (await findGround(ctx.db, { ...search, from, to: dayAfter(from, days - 1) }, ctx.now)) ?? refuse('place-unknown')
  const slots = slotsOf(availabilityOf(ground), ctx.now, from, days).filter(slot => own || slot.adviserId !== ctx.me.id)
  return { ground, slots }
}

/** Minutes; what began longer ago is over. */
const longestSlot = 240

/** What hours and leave alone give, whoever has it, and what has begun already. */
export const slotsByHours = (ground: Ground, now: Date, days: number): Slot[] => {
  const always = { noticeMinutes: -longestSlot, horizonDays: searchDays }
  const there = {
    ...availabilityOf(ground),
    rules: ground.rules.map(it => ({ ...it, ...always })),
    extras: ground.extras.map(it => ({ ...it, ...always })),
    busy: ground.busy.filter(it => it.communityId === null),
  }
  return slotsOf(there, now, shanghaiDay(now), days)
}

/** Further ahead nobody offers anything. */
const farthest = 100

const within = (from: string, today: string) => {
  const last = dayAfter(today, farthest)
  return from < today ? today : from > last ? last : from
}

/** The day of a wanted time, or the nearest one on which anything could be had. */
export const dayNear = (startsAt: string, now: Date): string => {
  const last = now.getTime() + farthest * 86_400_000
  return shanghaiDay(new Date(Math.min(Math.max(Date.parse(startsAt), now.getTime()), last)))
}

const availabilityOf = (ground: Ground) => {
  const entered = new Set(ground.days.map(it => it.day.slice(0, 4)))
  return {
    ...ground,
    calendar: calendarWith(ground.days),
    isAnnounced: (year: string) => isPublished(year) || entered.has(year),
    travelMinutes,
  }
}

/** A free time as it is offered. */
export const offerOf = ({ counsel, villages, places }: Ground, slot: Slot): FreeSlot => {
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

/** Next free times first. Days are never cut in two: `next` is the first day that was left out. */
export const listSlots = async (ctx: Ctx, input: Input<Routes['listSlots']>): Promise<Answer<Routes['listSlots']>> => {
  const { communityId, wide, adviserId = null, from = '', own, lecture } = input
  const search = { communityId, wide, adviserId, from }
  const { ground, slots: free } = await findSlots(ctx, search, searchDays, own)
  const slots = free.filter(slot => isOfKind(slot, lecture))
  const lastDay = slots.length > input.limit ? dayOf(slots[input.limit - 1]) : undefined
  const items = slots.filter(slot => lastDay === undefined || dayOf(slot) <= lastDay)
  const next = slots[items.length]
  return { items: items.map(slot => offerOf(ground, slot)), ...(next && { next: dayOf(next) }) }
}

const dayOf = (slot: Slot | undefined) => (slot ? shanghaiDay(slot.startsAt) : '')

/** What everybody may know of a village's advisers. Next there: by the hours and leave alone, whether a time is free or not. */
export const listVillageAdvisers = async (
  ctx: Ctx,
  { communityId }: Input<Routes['listVillageAdvisers']>,
): Promise<Answer<Routes['listVillageAdvisers']>> => {
  const today = shanghaiDay(ctx.now)
  const search = { communityId, wide: false, adviserId: null, from: today, to: dayAfter(today, searchDays - 1) }
  const ground = (await findGround(ctx.db, search, ctx.now)) ?? refuse('place-unknown')
  const onsite = slotsByHours(ground, ctx.now, searchDays).filter(it => it.mode === 'onsite' && it.startsAt >= ctx.now)
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
