import type { Db } from '@huiyin/db/core/client.ts'
import { listWholeYears } from '@huiyin/db/grids/calendar-queries.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { isCovered } from './calendar.ts'

/** The notice for the next year comes out in these weeks: from 1 November on its absence is worth a warning. */
const warnFrom = '11-01'

/** Years that matter now and whose days off are neither published nor entered whole: this one, and from November on the next. */
export const findMissingYears = async ({ db }: { db: Db }, now: Date): Promise<string[]> => {
  const [year = '', rest = ''] = [shanghaiDay(now).slice(0, 4), shanghaiDay(now).slice(5)]
  const years = rest >= warnFrom ? [year, String(Number(year) + 1)] : [year]
  const entered = await listWholeYears(db, years)
  return years.filter(it => !isCovered(it, entered))
}
