import { findOpenVisit, listLateVisits } from '@huiyin/db/reports/visit-queries.ts'
import type { Outside } from '../core/outside.ts'
import { holdersAt } from '../grids/holders.ts'
import { takeClockSteps } from './clock-step.ts'
import { visitors } from './closing.ts'
import { tell } from './news.ts'

/**
 * A visit that was not made in its week: the township is reminded and the district hears of it, once. A step of the history,
 * so that two workers cannot remind twice. Answers how many visits were late.
 */
export const remindVisits = (outside: Pick<Outside, 'db' | 'now'>): Promise<number> =>
  takeClockSteps(outside, listLateVisits, async (report, ground) => {
    if (!(await findOpenVisit(outside.db, report.id))) return undefined
    const told = [...visitors(ground), ...holdersAt(ground, 'district').map(it => it.personId)]
    return {
      event: 'remind',
      staffOnly: true,
      patch: {},
      news: tell(told, 'task-visit-late', { ...report, level: 'township' }),
    }
  })
