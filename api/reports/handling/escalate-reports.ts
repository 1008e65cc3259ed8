import type { House } from '@huiyin/api/core/context.ts'
import { findOwner } from '@huiyin/api/grids/holders.ts'
import { byClock } from '@huiyin/api/matters/move.ts'
import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import { deadlinesDue } from '@huiyin/db/reports/due-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { levelAbove } from '@huiyin/shared/grids/area.ts'
import { escalatedClock } from '@huiyin/shared/reports/report-clock.ts'
import { type ClockPlan, reportClock } from '../clock-step.ts'
import { closing, visitDrawn } from '../closing/closing.ts'
import { situationOf, supervisionOf } from '../move-report.ts'
import { followers, inCharge, tell } from '../notices.ts'
import { unitOut } from '../parting.ts'
import { supervisors } from '../supervision.ts'

/**
 * The clock's own verb: every report whose deadline has passed climbs one level; both levels are told, and a unit that is out there. A
 * resolved one that nobody answered closes.
 */
export const escalateReports = reportClock('report-deadlines', deadlinesDue, (report, ground, house) =>
  report.dueAt && report.dueAt <= house.now ? planFor(report, ground, house) : undefined,
)

const planFor = async (report: ReportRow, ground: Ground, house: House): Promise<ClockPlan> => {
  const { now } = house
  if (report.state === 'resolved')
    return {
      event: 'lapse',
      patch: closing(now, report),
      notices: tell(followers, 'report-closed', report),
      extras: [visitDrawn({ report, ground }, { poor: false, eventId: byClock(report, 'lapse').id, now })],
    }
  const up = report.level === 'district' ? undefined : findOwner(ground, levelAbove(report.level))
  const owner = up?.owner.personId ?? report.ownerId
  const level = up?.level ?? report.level
  const missed = supervisionOf(report)
  const overdue = missed !== null && missed <= now
  const clock = escalatedClock({ ...situationOf(now, report, ground), superviseBy: overdue ? null : missed })
  const after = { ...report, level, ...clock }
  return {
    event: 'climb',
    patch: { level, ownerId: owner, ...clock, ...(overdue && { superviseMissed: true }) },
    notices: [
      ...(overdue ? supervisionMissed(report, after, ground) : []),
      ...tell([owner], 'task-climbed', after),
      ...tell(
        inCharge(report).filter(id => id !== owner),
        'task-overdue',
        after,
      ),
      ...tell(await unitOut(house, report), 'task-overdue', after, undefined, 'partner'),
      ...(up ? tell(followers, 'report-climbed', after) : []),
    ],
  }
}

/** The level that supervises and the owner are told, once. Whoever is told twice of one step keeps the first. */
const supervisionMissed = (report: ReportRow, after: ReportRow, ground: Ground): NewAlert[] => {
  return tell([...supervisors(report, ground), ...inCharge(report)], 'task-supervise-missed', after)
}
