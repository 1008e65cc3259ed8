import type { Calendar } from '@huiyin/shared/core/working-time.ts'
import chineseDays from 'chinese-days'

/** Whether the State Council's notice for this year is in the package. Beyond it only weekends are known: 安排未公布. */
export const isPublished = (year: string): boolean => {
  const known =
    published.get(year) ?? chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0
  published.set(year, known)
  return known
}
const published = new Map<string, boolean>()

/** Whether the days off of this year are known: published, or entered. */
export const isCovered = (year: string, yearsEntered: readonly string[]) =>
  isPublished(year) || yearsEntered.includes(year)

/** Workdays by the administrator's own days first, then the yearly notice, then Monday to Friday. */
export const calendarWith = (ownDays: readonly { day: string; working: boolean }[]): Calendar => {
  const own = new Map(ownDays.map(it => [it.day, it.working]))
  return {
    isWorkday: day => own.get(day) ?? (isPublished(day.slice(0, 4)) ? chineseDays.isWorkday(day) : isWeekday(day)),
  }
}

const isWeekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
