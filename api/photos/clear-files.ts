import { deleteUnattached, listUnattached } from '@huiyin/db/photos/sealed-file-queries.ts'
import type { Outside } from '../core/outside.ts'
import { removeBytes } from './photo-bytes.ts'

const stay = 2 * 86_400_000

/** Files that were sent and never named by a matter: the bytes go first, so that none is left behind without its row. */
export const clearFiles = async (outside: Pick<Outside, 'db' | 'now' | 'photoStore'>): Promise<void> => {
  const before = new Date(outside.now().getTime() - stay)
  for (const { id, storageKey } of await listUnattached(outside.db, before, 100)) {
    if (storageKey) await removeBytes(outside, storageKey)
    await deleteUnattached(outside.db, id)
  }
}
