import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { Ground, Holder } from '@huiyin/db/grids/queries.ts'
import { listUnitStaff } from '@huiyin/db/people/unit-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import type { House } from '../core/context.ts'
import { holdersAt, nameOf } from '../grids/holders.ts'
import { inCharge, tell } from './notices.ts'

/** Those of the partner unit that is out there for it; nobody once it has said that it is done. */
export const unitOut = async ({ db, now }: House, { state, unitId }: ReportRow): Promise<string[]> =>
  state === 'dispatched' && unitId ? listUnitStaff(db, unitId, now) : []

/** The unit that is out there hears that it need not go. */
export const tellUnit = async (house: House, report: ReportRow): Promise<NewAlert[]> =>
  tell(await unitOut(house, report), 'task-recalled', report)

/**
 * Who loses it hears whose it is now: its owner, who has it in hand and, where the grid was rung and nobody has accepted since, all of the grid. Who gave
 * it back himself knows; so does whoever it is given to (`next`).
 */
export const tellFormer = (report: ReportRow, ground: Ground, owner: Holder, next = [owner.personId]): NewAlert[] => {
  const rung = report.state === 'filed' || report.state === 'reopened'
  const grid = rung ? holdersAt(ground, 'grid').map(it => it.personId) : []
  const former = [...inCharge(report), ...grid].filter(id => !next.includes(id))
  return tell(former, 'task-moved', report, nameOf(owner))
}
