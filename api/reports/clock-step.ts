import type { Due } from '@huiyin/db/core/clock-work-queries.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import { listReportsById } from '@huiyin/db/reports/due-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import type { ReportAction } from '@huiyin/shared/reports/report-life.ts'
import type { Clock } from '../core/clock-hand.ts'
import type { House } from '../core/context.ts'
import { groundOf } from '../grids/ground-of.ts'
import { byClock } from '../matters/move.ts'
import { byNobody, type Plan, silent, stepReport } from './move-report.ts'

export type ClockPlan = Omit<Plan, 'said' | 'steps'> & {
  event: Extract<ReportAction, 'climb' | 'lapse' | 'ask' | 'remind' | 'days'>
  staffOnly?: boolean
}

type Planner = (
  report: ReportRow,
  ground: Ground,
  house: House,
) => ClockPlan | undefined | Promise<ClockPlan | undefined>

/**
 * One of the clock's verbs: `plan` looks at each report that is due as it stands now. A step holds only if the report still stands
 * where it stood when it was looked at.
 */
export const reportClock = (name: string, due: Due, plan: Planner): Clock => ({
  name,
  due,
  takeUp: async (house, ids) =>
    (await listReportsById(house.db, ids)).map(report => ({
      id: report.id,
      take: it => takeClockStep(it, report, plan),
    })),
})

const takeClockStep = async (house: House, report: ReportRow, plan: Planner): Promise<boolean> => {
  const ground = await groundOf(house, report.gridId)
  const planned = ground && (await plan(report, ground, house))
  if (!planned) return false
  const { event, staffOnly = false, ...rest } = planned
  return stepReport(house, byNobody(report), event, byClock(report, event), { ...rest, said: { ...silent, staffOnly } })
}
