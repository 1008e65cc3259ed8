import type { Db } from '@huiyin/db/core/client.ts'
import type { DayLimit } from '@huiyin/db/photos/queries.ts'
import { Refusal } from '@huiyin/shared/core/problem.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import type { Ctx } from '../core/context.ts'

type Upload = { id: string; ownerId: string; day: string; since: Date }
type Reserve = (db: Db, upload: Upload, most: DayLimit, now: Date) => Promise<boolean>

/** Refuses whoever has sent too much today, before anything is opened. The database counts: many processes, and many at once, are one. */
export const demandRoom = async ({ db, me, now }: Ctx, id: string, reserve: Reserve): Promise<void> => {
  const upload = { id, ownerId: me.id, day: shanghaiDay(now), since: new Date(now.getTime() - 86_400_000) }
  const most = { tries: photoLimits.triesPerDay, kept: photoLimits.perDay }
  if (!(await reserve(db, upload, most, now))) throw new Refusal('too-many', undefined, 3600)
}

/** Refused for what the bytes are: no second try can help, and who waits for them is told so. */
export const orRefusedForGood =
  (mark: () => Promise<void>) =>
  async (error: unknown): Promise<never> => {
    if (error instanceof Refusal && error.code !== 'busy') await mark()
    throw error
  }
