import { holdersAt } from '@huiyin/api/grids/holders.ts'
import { hasLateVisit, visitsDue } from '@huiyin/db/reports/due-queries.ts'
import { reportClock } from '../clock-step.ts'
import { visitors } from '../closing/closing.ts'
import { tell } from '../notices.ts'

/**
 * A visit that was not made in its week: the township is reminded and the district hears of it, once. Whether it is late, and nobody
 * was reminded, is asked after the report was read: what changes it later moves the report, and then the step does not hold.
 */
export const remindVisits = reportClock('report-visits', visitsDue, async (report, ground, { db, now }) => {
  if (!(await hasLateVisit(db, report.id, now))) return undefined
  const told = [...visitors(ground), ...holdersAt(ground, 'district').map(it => it.personId)]
  return {
    event: 'remind',
    staffOnly: true,
    patch: {},
    notices: tell(told, 'task-visit-late', { ...report, level: 'township' }),
  }
})
