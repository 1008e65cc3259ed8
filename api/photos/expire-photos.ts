import { expireAwaited } from '@huiyin/db/photos/queries.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import type { Outside } from '../core/outside.ts'

const day = 86_400_000

/** Photos and files that were named and never came: whoever waits for them sees that nothing is on its way any more. */
export const expirePhotos = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<void> => {
  await expireAwaited(db, new Date(now().getTime() - photoLimits.awaitedDays * day), 200, now())
}
