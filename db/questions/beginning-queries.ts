import { commonTerms } from '@huiyin/shared/questions/question-limits.ts'
import type { Beginnings } from '../core/beginnings.ts'
import { beginningTerms } from '../grids/term-queries.ts'

export const beginnings: Beginnings = [beginningTerms(commonTerms)]
