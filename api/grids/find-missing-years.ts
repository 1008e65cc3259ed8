import type { Db } from '@huiyin/db/core/client.ts'
import { listDays } from '@huiyin/db/grids/queries.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { isCovered } from './calendar.ts'

/** The notice for the next year comes out in these weeks: from 1 November on its absence is worth a warning. */
const warnFrom = '11-01'

/** Years that matter now and whose days off are neither published nor entered: this one, and from November on the next. */
export const findMissingYears = async ({ db }: { db: Db }, now: Date): Promise<string[]> => {
  const [year = '', rest = ''] = [shanghaiDay(now).slice(0, 4), shanghaiDay(now).slice(5)]
  const years = rest >= warnFrom ? [year, String(Number(year) + 1)] : [year]
  const unpublished = years.filter(it => !isCovered(it, []))
  const entered = await Promise.all(unpublished.map(it => listDays(db, it)))
  return unpublished.filter((_, index) => entered[index]?.length === 0)
}
