import { holdersAt } from '@huiyin/api/grids/holders.ts'
import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { askerOf } from '@huiyin/shared/reports/two-keys.ts'
import { tell } from '../notices.ts'

/** Whoever asked for it, as long as she has not done it herself (`doers`). */
const askers = (report: ReportRow, doers: readonly (string | null)[]) =>
  [askerOf(report)].filter(it => it !== null).filter(it => !doers.includes(it))

type Solved = { report: ReportRow; ground: Ground; actor: string }

/** She is asked whether it is solved; where nobody asked for it who could say so, somebody of the village above, else of the township. */
export const askToConfirm = (
  { report, ground, actor }: Solved,
  kind: 'report-resolved' | 'report-resolved-unseen',
  doers: readonly (string | null)[],
): NewAlert[] => {
  const asked = askers(report, doers)
  if (asked.length > 0) return tell(asked, kind, report, actor)
  const seconds = (['community', 'township'] as const)
    .map(level =>
      holdersAt(ground, level)
        .map(it => it.personId)
        .filter(id => id !== report.reporterId && !doers.includes(id)),
    )
    .find(it => it.length > 0)
  return tell(seconds ?? [], 'task-confirm', report)
}
