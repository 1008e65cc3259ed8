import type { Clock } from '@huiyin/api/core/clock-hand.ts'
import type { Ctx } from '@huiyin/api/core/context.ts'
import type { Outside } from '@huiyin/api/core/outside.ts'
import { uuidOf } from '@huiyin/api/core/secrets.ts'
import * as queries from '@huiyin/db/consultations/waitlist-queries.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { Refusal } from '@huiyin/shared/core/problem.ts'
import { keepFor } from '../keep-for.ts'
import { freeFor } from './wishes.ts'

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
        // Somebody may have offered her another time since she was looked up.
        if ((await queries.findWaiting(db, entry.id))?.state !== 'waiting') return false
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
