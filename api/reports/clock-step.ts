import type { Db } from '@huiyin/db/core/client.ts'
import { findGround, type Ground } from '@huiyin/db/grids/queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import type { ReportAction } from '@huiyin/shared/reports/report-life.ts'
import type { Outside } from '../core/outside.ts'
import { byClock } from '../matters/move.ts'
import { type Plan, stepReport, takeUp } from './move-report.ts'

/** Stands for the clock where a person is asked for. */
const noPerson = { id: '00000000-0000-0000-0000-000000000000', posts: [] }

export type ClockPlan = Omit<Plan, 'said' | 'steps'> & {
  event: Extract<ReportAction, 'climb' | 'lapse' | 'ask' | 'remind'>
  staffOnly?: boolean
}

const batch = 100

/**
 * One round of one of the clock's verbs: `list` names the reports that are due, most overdue first, and `plan` looks at each as it
 * stands now. Safe to run twice at once: a step holds only if the report still stands where it stood. Answers how many moved.
 */
export const takeClockSteps = async (
  { db, now }: Pick<Outside, 'db' | 'now'>,
  list: (db: Db, now: Date, limit: number) => Promise<{ id: string }[]>,
  plan: (report: ReportRow, ground: Ground, now: Date) => ClockPlan | undefined | Promise<ClockPlan | undefined>,
): Promise<number> => {
  const house = { db, now: now() }
  let moved = 0
  for (const { id } of await list(db, house.now, batch)) {
    const hand = await takeUp({ db, me: noPerson }, id)
    const { report } = hand
    const ground = await findGround(db, report.gridId, house.now)
    const planned = ground && (await plan(report, ground, house.now))
    if (!planned) continue
    const { event, staffOnly = false, ...rest } = planned
    const said = { words: null, staffOnly, photoIds: [], checkWords: false }
    if (await stepReport(house, hand, event, byClock(report, event), { ...rest, said })) moved++
  }
  return moved
}
