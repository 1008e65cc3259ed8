import type { Ctx } from '@huiyin/api/core/context.ts'
import * as queries from '@huiyin/db/consultations/waitlist-queries.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { dayAfter, weekdayOf } from '@huiyin/shared/consultations/days.ts'
import type { WaitingEntry, waitlistRoutes } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { fieldWords } from '../words.ts'
import { freeFor, type Wish } from './wishes.ts'

type Routes = typeof waitlistRoutes

/** 候补: only where nothing is free; whoever waits for this village already waits once. */
export const joinWaitlist = async (ctx: Ctx, input: Input<Routes['joinWaitlist']>): Promise<WaitingEntry> => {
  const { id, communityId, adviserId = null, from, until } = input
  const wish = { communityId, adviserId, fromDay: from, untilDay: until }
  if (Number.isNaN(weekdayOf(from)) || until < from || until > dayAfter(shanghaiDay(ctx.now), bookingLimits.waitDays))
    return refuse('bad-input', [{ field: 'until', message: fieldWords.waitUntil }])
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
  (await queries.listOwnWaiting(ctx.db, ctx.me.id, shanghaiDay(ctx.now))).find(it => it.id === id) ??
  refuse('not-found')
