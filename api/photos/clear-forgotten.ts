import { deleteKey, listForgottenKeys } from '@huiyin/db/photos/queries.ts'
import type { Outside } from '../core/outside.ts'
import { removeBytes } from './photo-bytes.ts'

/** Far longer than any request lives. */
const forgottenAfterHours = 6

/** Takes away bytes whose row was never written, because the process or the line ended in between. */
export const clearForgotten = async (outside: Pick<Outside, 'db' | 'photoStore' | 'now' | 'log'>): Promise<void> => {
  const { db, now, log } = outside
  const before = new Date(now().getTime() - forgottenAfterHours * 3_600_000)
  for (const { key } of await listForgottenKeys(db, before, 20)) {
    try {
      await removeBytes(outside, key)
      await deleteKey(db, key)
    } catch (error) {
      log.warn({ name: (error as Error).name }, 'forgotten bytes not cleared yet')
    }
  }
}
