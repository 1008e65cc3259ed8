import { dropOldQuotas } from '@huiyin/db/alerts/delivery-queries.ts'
import { listRobotsSealedOtherwise, sealRobotAnew } from '@huiyin/db/alerts/ladder-queries.ts'
import { about } from '../core/secrets.ts'
import type { Manifest, SealedField } from '../manifest.ts'
import { alertRoom, rescueRoom } from './answers.ts'
import { escalateAlerts } from './escalate-alerts.ts'
import { alertPushes } from './push/push-handlers.ts'
import { settlePushes } from './push/settle-pushes.ts'

/** Few enough to be read at once. */
const robots: SealedField = {
  counts: 'robots',
  list: async (db, prefix, past) =>
    past
      ? []
      : (await listRobotsSealedOtherwise(db, prefix)).map(({ areaId, cipher }) => ({
          ...{ id: areaId, cipher, about: about.robot(areaId) },
        })),
  renew: (db, { id, before, plain, about }, keys) =>
    sealRobotAnew(db, { areaId: id, before, cipher: keys.seal(plain, about) }),
}

/** Its clocks come last: what has been moved is no longer chased. */
export const alerts: Manifest = {
  rank: 9,
  answers: () => [alertRoom, rescueRoom],
  clocks: () => escalateAlerts,
  chores: outside => ({
    'push-events': () => settlePushes(outside),
    quotas: () => dropOldQuotas(outside.db, outside.now()),
  }),
  pushes: alertPushes,
  sealed: [robots],
}
