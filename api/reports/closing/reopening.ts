import { visitsDropped } from '@huiyin/db/reports/extra-queries.ts'
import { levelAbove } from '@huiyin/shared/grids/area.ts'
import { waitingClock } from '@huiyin/shared/reports/report-clock.ts'
import type { Matter, Plan } from '../move-report.ts'
import { followers, tell } from '../notices.ts'
import { getOwner } from '../owner.ts'

/** The one way back from a closing, whoever finds that it did not hold: one level up, and the first promise stands. */
export const reopening = ({ report, ground, situation }: Matter): Plan => {
  const { level, owner } = getOwner(ground, levelAbove(report.level))
  const clock = waitingClock(situation)
  const after = { ...report, level, ...clock }
  return {
    patch: {
      level,
      ownerId: owner.personId,
      unitId: null,
      reopens: report.reopens + 1,
      closedAt: null,
      askAt: null,
      askedAt: null,
      ...clock,
    },
    notices: [
      ...tell([owner.personId, report.ownerId], 'task-reopened', after),
      ...tell(followers, 'report-reopened', after),
    ],
    extras: [visitsDropped()],
  }
}
