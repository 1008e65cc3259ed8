import type { Ground } from '@huiyin/db/grids/queries.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import type { Stage, Terms } from '@huiyin/shared/reports/report-clock.ts'
import { isCovered } from '../grids/calendar.ts'

/** A deadline as it is shown, and by which term it was counted. */
type Shown = { at: Date | null; stage: Stage }

/** Whether a deadline counted in working time falls into a year whose days off are neither published nor entered. */
export const daysUnknown = (shown: readonly Shown[], terms: Terms, { yearsEntered }: Pick<Ground, 'yearsEntered'>) =>
  shown.some(({ at, stage }) => at !== null && terms[stage].clock !== 'always' && !isCovered(yearOf(at), yearsEntered))

export const yearOf = (at: Date): string => shanghaiDay(at).slice(0, 4)
