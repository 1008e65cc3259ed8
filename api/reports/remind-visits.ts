import { findGround } from '@huiyin/db/grids/queries.ts'
import { findReport } from '@huiyin/db/reports/queries.ts'
import { findOpenVisit, listLateVisits } from '@huiyin/db/reports/visit-queries.ts'
import { moveReport } from '@huiyin/db/reports/write-queries.ts'
import type { Outside } from '../core/outside.ts'
import { holdersAt } from '../grids/holders.ts'
import { clockStep, noPerson } from './clock-step.ts'
import { visitors } from './closing.ts'
import { tell } from './news.ts'

const batch = 100

/**
 * A visit that was not made in its week: the township is reminded and the district hears of it, once. A step of the history,
 * so that two workers cannot remind twice. Answers how many visits were late.
 */
export const remindVisits = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<number> => {
  const at = now()
  let reminded = 0
  for (const { id } of await listLateVisits(db, at, batch)) {
    const report = (await findReport(db, id, noPerson))?.report
    const ground = report && (await findGround(db, report.gridId, at))
    if (!ground || !(await findOpenVisit(db, id))) continue
    const told = [...visitors(ground), ...holdersAt(ground, 'district').map(it => it.personId)]
    const news = tell(told, 'task-visit-late', { ...report, level: 'township' })
    if (await moveReport(db, report, {}, clockStep(report, 'remind'), news, at)) reminded++
  }
  return reminded
}
