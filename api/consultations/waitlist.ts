import * as queries from '@huiyin/db/consultations/waitlist-queries.ts'
import { isLecture } from '@huiyin/shared/consultations/booking.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import type { WaitingEntry, waitlistRoutes } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { dayAfter, weekdayOf } from '@huiyin/shared/core/days.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import type { Clock } from '../core/clock-hand.ts'
import type { Ctx } from '../core/context.ts'
import type { Outside } from '../core/outside.ts'
import { uuidOf } from '../core/secrets.ts'
import { findSlots } from './free-slots.ts'
import { keepFor } from './keep-for.ts'

type Routes = typeof waitlistRoutes
type House = Pick<Ctx, 'db' | 'now' | 'me'>
type Wish = { communityId: string; adviserId: string | null; fromDay: string; untilDay: string }

/** The free times that somebody waits for: talks, no lectures. */
const freeFor = async (ctx: House, { communityId, adviserId, fromDay, untilDay }: Wish) => {
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

/** 候补: only where nothing is free; whoever waits for this village already waits once. */
export const joinWaitlist = async (ctx: Ctx, input: Input<Routes['joinWaitlist']>): Promise<WaitingEntry> => {
  const { id, communityId, adviserId = null, from, until } = input
  const wish = { communityId, adviserId, fromDay: from, untilDay: until }
  if (Number.isNaN(weekdayOf(from)) || until < from || until > dayAfter(shanghaiDay(ctx.now), bookingLimits.waitDays))
    return refuse('bad-input', [{ field: 'until', message: '请选 60 天以内的日子' }])
  const known = await queries.findWaiting(ctx.db, id)
  if (known) return again(ctx, known, wish)
  if ((await freeFor(ctx, wish)).length > 0) return refuse('still-free')
  const added = await queries.insertWaiting(ctx.db, { id, personId: ctx.me.id, ...wish, createdAt: ctx.now })
  if (added) return ownEntry(ctx, id)
  const twin = await queries.findWaiting(ctx.db, id)
  return twin ? again(ctx, twin, wish) : refuse('too-many-bookings')
}

const again = (ctx: Ctx, row: queries.WaitingRow, wish: Wish): Promise<WaitingEntry> => {
  if (row.personId !== ctx.me.id) return refuse('not-found')
  const same = (Object.keys(wish) as (keyof Wish)[]).every(key => row[key] === wish[key])
  return same ? ownEntry(ctx, row.id) : refuse('id-reused')
}

const ownEntry = async (ctx: Ctx, id: string): Promise<WaitingEntry> =>
  (await listWaitlist(ctx)).items.find(it => it.id === id) ?? refuse('not-found')

export const listWaitlist = async (ctx: Ctx): Promise<{ items: WaitingEntry[] }> => ({
  items: await queries.listOwnWaiting(ctx.db, ctx.me.id, shanghaiDay(ctx.now)),
})

export const leaveWaitlist = async (ctx: Ctx, { id }: { id: string }) =>
  (await queries.leave(ctx.db, id, ctx.me.id)) ? {} : refuse('not-found')

const clockName = 'waitlist'

/**
 * What has become free is kept for whoever waits longest, for half an hour, and she is told. Safe to run twice at once: the booking's
 * id follows from the entry and the time.
 */
export const waitlistClock = (outside: Outside): Clock => ({
  name: clockName,
  due: queries.waitingDue(clockName),
  polls: true,
  takeUp: async ({ db }, ids) =>
    (await queries.listWaiting(db, ids)).map(entry => ({
      id: entry.id,
      take: async ({ db, now }) => {
        const ctx: Ctx = { db, now, outside, me: { id: entry.personId, posts: [] }, tokenHash: '' }
        const [slot] = await freeFor(ctx, entry)
        return slot !== undefined && offer(ctx, entry, slot)
      },
    })),
})

type Free = { adviserId: string; communityId: string; startsAt: Date }

const offer = async (
  ctx: Ctx,
  entry: queries.WaitingRow,
  { adviserId, communityId, startsAt }: Free,
): Promise<boolean> => {
  const at = startsAt.toISOString()
  const id = uuidOf(`waitlist ${entry.id} ${at}`)
  const until = new Date(ctx.now.getTime() + bookingLimits.waitMinutes * 60_000)
  const wanted = { adviserId, communityId, startsAt: at, lecture: false }
  try {
    await keepFor(ctx, { personId: entry.personId, id, wanted, until, kind: 'booking-offered' })
  } catch (error) {
    // Somebody was quicker, or she has two bookings already: she keeps her place.
    if (error instanceof Refusal) return false
    throw error
  }
  return queries.markOffered(ctx.db, entry.id, id)
}
