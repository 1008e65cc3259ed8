import type { NumberedCalendar } from '@huiyin/shared/core/working-time.ts'
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

/**
 * Workdays by the administrator's own days first, then the yearly notice, then Monday to Friday without the days that the law itself sets
 * free. `seq`: the newest change among these days.
 */
export const calendarWith = (ownDays: readonly { day: string; working: boolean }[], seq = 0): NumberedCalendar => {
  const own = new Map(ownDays.map(it => [it.day, it.working]))
  return {
    isWorkday: day => own.get(day) ?? (isPublished(day.slice(0, 4)) ? chineseDays.isWorkday(day) : isUsual(day)),
    seq,
  }
}

/** 全国年节及纪念日放假办法 (2025), free whatever the notice says about the days around them: by the date, and by month and day of the moon. */
const freeByDate = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
const freeByMoon = ['1-1', '1-2', '1-3', '5-5', '8-15']

const moonOf = (day: string): string => {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day)
  return isLeap ? '' : `${lunarMon}-${lunarDay}`
}
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const isFreeByLaw = (day: string): boolean =>
  freeByDate.includes(day.slice(5)) ||
  freeByMoon.includes(moonOf(day)) ||
  moonOf(dayAfter(day)) === '1-1' ||
  day === chineseDays.getSolarTermDate(Number(day.slice(0, 4)), 4, 'pure_brightness')

const isUsual = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !isFreeByLaw(day)
