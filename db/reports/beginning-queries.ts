import { commonTerms, commonVisitShare } from '@huiyin/shared/reports/report-limits.ts'
import { type Beginnings, beginning } from '../core/beginnings.ts'
import { beginningTerms } from '../grids/term-queries.ts'
import { visitShares } from './visit-tables.ts'

export const beginnings: Beginnings = [
  beginningTerms(commonTerms),
  beginning(visitShares, [{ scope: '*', percent: commonVisitShare }]),
]
