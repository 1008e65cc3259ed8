import type { ReportRow } from '@huiyin/db/reports/queries.ts'

export const mostReturns = 2

type Returned = Pick<ReportRow, 'state' | 'returns'>

/** Whether somebody above has to decide now: accept it, or assign it with words to a grid that cannot return it again. */
export const awaitsRuling = ({ state, returns }: Returned) => state === 'returned' && returns >= mostReturns
