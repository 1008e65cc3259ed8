import { inShanghai } from '../core/shanghai.ts'

const shifted = (at: Date) => inShanghai(at.getTime())

/** 2026年7月1日 */
export const fullDay = (at: Date): string => {
  const it = shifted(at)
  return `${it.getUTCFullYear()}年${it.getUTCMonth() + 1}月${it.getUTCDate()}日`
}

/** 15:01 */
const hourOf = (at: Date) => shifted(at).toISOString().slice(11, 16)

/** 2026年7月1日 15:01 */
export const fullTime = (at: Date): string => `${fullDay(at)} ${hourOf(at)}`

/** 7月1日 15:01; read in another year 2026年7月1日 15:01 */
export const shortTime = (at: Date, now: Date): string => {
  const isOfThisYear = shifted(at).getUTCFullYear() === shifted(now).getUTCFullYear()
  return isOfThisYear ? fullTime(at).replace(/^\d+年/, '') : fullTime(at)
}

/** 2026-07-01 15:01 */
export const plainTime = (at: Date): string => shifted(at).toISOString().slice(0, 16).replace('T', ' ')
