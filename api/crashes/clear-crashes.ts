import { deleteCrashes } from '@huiyin/db/crashes/queries.ts'
import { crashLimits } from '@huiyin/shared/crashes/crash-limits.ts'
import type { Outside } from '../core/outside.ts'

const day = 86_400_000

/** What has not happened again for so long is mended, or of a version that nobody has any more. */
export const clearCrashes = ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<void> =>
  deleteCrashes(db, new Date(now().getTime() - crashLimits.days * day))
