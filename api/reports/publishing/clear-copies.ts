import type { Outside } from '@huiyin/api/core/outside.ts'
import { removeBytes } from '@huiyin/api/photos/photo-bytes.ts'
import { listCopiesToClear, markCopiesCleared } from '@huiyin/db/reports/published-queries.ts'

/** Takes the copies of withdrawn publications out of the photo store; what fails is tried again with the next chores. */
export const clearCopies = async (outside: Outside): Promise<void> => {
  const { db, now, log } = outside
  for (const { id, keys } of await listCopiesToClear(db, 20)) {
    try {
      for (const key of keys) await removeBytes(outside, key)
      await markCopiesCleared(db, id, now())
    } catch (error) {
      log.warn({ publicationId: id, name: (error as Error).name }, 'public copies not cleared yet')
    }
  }
}
