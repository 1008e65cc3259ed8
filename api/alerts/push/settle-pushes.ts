import type { Outside } from '@huiyin/api/core/outside.ts'
import { settleAccepts } from '@huiyin/db/alerts/permit-queries.ts'
import { deleteOldPushes, settleFailures } from '@huiyin/db/alerts/push-queries.ts'

const keptDays = 30

/** What pushed events leave for later: permits whose tap was lost, failures told too early, notes that have grown old. */
export const settlePushes = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<void> => {
  await settleAccepts(db, now())
  await settleFailures(db, now())
  await deleteOldPushes(db, new Date(now().getTime() - keptDays * 86_400_000))
}
