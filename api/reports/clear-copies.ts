import { listCopiesToClear, markCopiesCleared } from '@huiyin/db/reports/published-queries.ts'
import type { Outside } from '../core/outside.ts'

/** Takes the copies of withdrawn publications out of the photo store; what fails is tried again with the next chores. */
export const clearCopies = async ({ db, photoStore, now, log }: Outside): Promise<void> => {
  for (const { id, keys } of await listCopiesToClear(db, 20)) {
    try {
      for (const key of keys) {
        await photoStore.remove(`${key}.jpg`)
        await photoStore.remove(`${key}.thumb.jpg`)
      }
      await markCopiesCleared(db, id, now())
    } catch (error) {
      log.warn({ publicationId: id, name: (error as Error).name }, 'public copies not cleared yet')
    }
  }
}
