import type { House } from '@huiyin/api/core/context.ts'
import { uuidOf } from '@huiyin/api/core/secrets.ts'
import { findOwner } from '@huiyin/api/grids/holders.ts'
import { byClock } from '@huiyin/api/matters/move.ts'
import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import { deadlinesDue } from '@huiyin/db/reports/due-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { levelAbove } from '@huiyin/shared/grids/area.ts'
import { escalatedClock, lateClock } from '@huiyin/shared/reports/report-clock.ts'
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
  const situation = { ...situationOf(now, report, ground), superviseBy: overdue ? null : missed }
  const clock = up ? escalatedClock(situation) : lateClock(situation)
  const after = { ...report, level, ownerId: owner, ...clock }
  return {
    event: 'climb',
    patch: { level, ownerId: owner, ...clock, ...(overdue && { superviseMissed: true }) },
    notices: [
      ...(overdue ? supervisionMissed(report, after, ground) : []),
      ...(up || report.dueFor !== 'climb'
        ? lateNotices(report, after, await unitOut(house, report))
        : digest(after, now)),
      // She hears that it is late and climbs, not of every level.
      ...(up && report.dueFor !== 'climb' ? tell(followers, 'report-climbed', after) : []),
    ],
  }
}

const lateNotices = (report: ReportRow, after: ReportRow, unit: readonly string[]): NewAlert[] => [
  ...tell([after.ownerId], 'task-climbed', after),
  ...tell(
    inCharge(report).filter(id => id !== after.ownerId),
    'task-overdue',
    after,
  ),
  ...tell(unit, 'task-overdue', after, undefined, 'partner'),
]

/** Nobody is above him, and he knows: one message a day for all that is late, whichever of them comes first. It can wait for the morning. */
const digest = (report: ReportRow, now: Date): NewAlert[] =>
  tell([report.ownerId], 'task-late-digest', report).map(it => ({
    ...it,
    urgent: false,
    once: uuidOf(`task-late-digest ${shanghaiDay(now)}`),
  }))

/** The level that supervises and the owner are told, once. Whoever is told twice of one step keeps the first. */
const supervisionMissed = (report: ReportRow, after: ReportRow, ground: Ground): NewAlert[] => {
  return tell([...supervisors(report, ground), ...inCharge(report)], 'task-supervise-missed', after)
}
