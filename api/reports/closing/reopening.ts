import type { Ctx } from '@huiyin/api/core/context.ts'
import { highestOf } from '@huiyin/api/grids/holders.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import { type TakingDown, visitsDropped } from '@huiyin/db/reports/extra-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { type Level, levelAbove } from '@huiyin/shared/grids/area.ts'
import { actors, isResident } from '@huiyin/shared/matters/actors.ts'
import { nextState } from '@huiyin/shared/matters/offered.ts'
import { publicationLife } from '@huiyin/shared/reports/publication-life.ts'
import { waitingClock } from '@huiyin/shared/reports/report-clock.ts'
import type { Matter, Plan } from '../move-report.ts'
import { followers, inCharge, tell } from '../notices.ts'
import { getOwner } from '../owner.ts'

/**
 * The one way back from a closing, whoever finds that it did not hold: one level above whoever solved it, however far it had climbed,
 * and the first promise stands.
 */
export const reopening = (ctx: Ctx, matter: Matter): Plan => {
  const { report, ground, situation } = matter
  const { level, owner } = getOwner(ground, levelAbove(solvedAt(report, ground)))
  const clock = waitingClock(situation)
  const after = { ...report, level, ...clock }
  return {
    patch: {
      level,
      ownerId: owner.personId,
      handId: null,
      unitId: null,
      reopens: report.reopens + 1,
      closedAt: null,
      askAt: null,
      askedAt: null,
      ...clock,
    },
    notices: [
      ...tell([owner.personId, ...inCharge(report)], 'task-reopened', after),
      ...tell(followers, 'report-reopened', after),
    ],
    extras: [visitsDropped()],
    takesDown: takenDown(ctx, matter),
  }
}

/** Where whoever solved it stands; where he holds nothing here any more, where the matter stood. */
const solvedAt = ({ ownerId, handId, level }: ReportRow, ground: Ground): Level =>
  highestOf(ground, handId ?? ownerId) ?? level

/** What showed it mended goes, for good: it is published anew when it is really mended. */
const takenDown = (ctx: Ctx, { actor }: Matter): TakingDown => ({
  actorId: ctx.me.id,
  actor: isResident(actor) ? actor : actors.staff,
  state: nextState(publicationLife, 'public', 'unpublish') ?? refuse('bug'),
  now: ctx.now,
})
