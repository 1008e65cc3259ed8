import type { Ground } from '@huiyin/db/grids/queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { holdersAt } from '../grids/holders.ts'

/** Those who wanted it sooner: the level that supervises it; nobody where none does. */
export const supervisors = ({ superviseLevel }: ReportRow, ground: Ground): string[] =>
  superviseLevel ? holdersAt(ground, superviseLevel).map(it => it.personId) : []
