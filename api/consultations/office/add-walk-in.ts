import type { Ctx } from '@huiyin/api/core/context.ts'
import { inputHash } from '@huiyin/api/core/secrets.ts'
import { insertWalkIn } from '@huiyin/db/consultations/leave-queries.ts'
import { findOfficePlace } from '@huiyin/db/consultations/office-queries.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { advisedBy } from '../advised-by.ts'
import { expireStale } from '../expire-stale.ts'
import { findOwn } from '../own-time.ts'
import { fieldWords } from '../words.ts'

type Routes = typeof officeRoutes

const minute = 60_000

/** 现场来的人: today, and only where nothing else stands. By his word alone: the service record shows it apart. */
export const addWalkIn = async (ctx: Ctx, input: Input<Routes['addWalkIn']>) => {
  const posts = advisedBy(ctx)
  const place = (await findOfficePlace(ctx.db, input.placeId)) ?? refuse('not-found')
  if (!posts.some(post => post.areaId === place.communityId)) return refuse('not-allowed')
  const hash = inputHash(input)
  if (await findOwn(ctx, input.id, hash)) return {}
  const startsAt = new Date(input.startsAt)
  if (shanghaiDay(startsAt) !== shanghaiDay(ctx.now))
    return refuse('bad-input', [{ field: 'startsAt', message: fieldWords.today }])
  await expireStale(ctx, { adviserId: ctx.me.id, personId: ctx.me.id, at: startsAt })
  const row = {
    ...{ id: input.id, inputHash: hash, adviserId: ctx.me.id, communityId: place.communityId, placeId: place.id },
    ...{ townshipId: place.townshipId, mode: 'onsite' as const, bufferMinutes: 0, capacity: 1 },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + input.minutes * minute) },
  }
  if (await insertWalkIn(ctx.db, row, ctx.now)) return {}
  return (await findOwn(ctx, input.id, hash)) ? {} : refuse('slot-taken')
}
