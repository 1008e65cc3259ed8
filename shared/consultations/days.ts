import { fromShanghai } from '../core/shanghai.ts'

const day = 24 * 60 * 60_000

/** Midnight in Shanghai at the beginning of a day. */
export const midnightOf = (of: string): Date => new Date(fromShanghai(Date.parse(`${of}T00:00:00Z`)))

/** The day after `days` days. */
export const dayAfter = (of: string, days: number): string =>
  new Date(Date.parse(`${of}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

/** The month (YYYY-MM) so many months later, or before. */
export const monthAfter = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

/** From midnight to midnight in Shanghai: this month, or all until the end of `last`. */
export const monthSpan = (first: string, last = first): [Date, Date] => [
  midnightOf(`${first}-01`),
  midnightOf(`${monthAfter(last, 1)}-01`),
]

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (of: string): number => new Date(`${of}T00:00:00Z`).getUTCDay() || 7
