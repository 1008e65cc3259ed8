import { dayAfter, weekdayOf } from '@huiyin/shared/consultations/days.ts'
import { inShanghai } from '@huiyin/shared/core/shanghai.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { coreWords } from '@/core/words.ts'
import { bookingWords as words } from './words.ts'

type Times = { startsAt: string; endsAt: string }

/** YYYY-MM-DD in Shanghai, wherever the phone is. */
export const dayOf = (at: string) => shanghaiDay(new Date(at))
export const today = (now: number) => shanghaiDay(new Date(now))

/** 周三; `weekday` 1 to 7. */
const weekdayWords = (weekday: number) => words.week(words.weekdays[weekday - 1] ?? '')
/** 每周三 */
export const everyWords = (weekday: number) => words.every(words.weekdays[weekday - 1] ?? '')

/** 11月28日; of another year 2027年1月2日. */
const dateWords = (day: string, now: number) => {
  const date = coreWords.time.monthDay(Number(day.slice(5, 7)), Number(day.slice(8)))
  return day.slice(0, 4) === today(now).slice(0, 4) ? date : coreWords.time.year(Number(day.slice(0, 4)), date)
}

/** 今天（周四）· 明天（周五）· 周六 11月28日 · 周六 2027年1月2日 */
export const dayWords = (day: string, now: number) => {
  const { days } = words
  const named = [days.today, days.tomorrow, days.dayAfter].find((_, n) => day === dayAfter(today(now), n))
  const weekday = weekdayWords(weekdayOf(day))
  if (named) return words.named(named, weekday)
  return `${weekday} ${dateWords(day, now)}`
}

/** 11月28日（周六）19:00–20:30: true on whatever day it is read. */
export const lastingWords = (it: Times, now: number) => {
  const day = dayOf(it.startsAt)
  return `${words.named(dateWords(day, now), weekdayWords(weekdayOf(day)))}${timesWords(it)}`
}

/** 11 月; of another year 2025 年 12 月. `month` is YYYY-MM. */
export const monthWords = (month: string, now: number) => {
  const [year = '', number = ''] = month.split('-')
  return year === today(now).slice(0, 4) ? words.month(Number(number)) : words.monthOf(Number(year), Number(number))
}

/** 19:00, from minutes of a day. */
export const minuteWords = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** Minutes of the day in Shanghai. */
const minuteOf = (at: string) => Math.floor(inShanghai(Date.parse(at)).getTime() / 60_000) % (24 * 60)

/** 19:00–19:30; the end of a day is 24:00. */
export const timesWords = ({ startsAt, endsAt }: Times) =>
  `${minuteWords(minuteOf(startsAt))}–${minuteWords(minuteOf(endsAt) || 24 * 60)}`

/** As `timesWords` says it. */
export const wholeDay = '0:00–24:00'

/** 明天（周五） 19:00 · 周三 12月2日 19:00 */
export const startWords = (startsAt: string, now: number) =>
  `${dayWords(dayOf(startsAt), now)} ${minuteWords(minuteOf(startsAt))}`

/** 明天（周五） 19:00–19:30 */
export const whenWords = (it: Times, now: number) => `${dayWords(dayOf(it.startsAt), now)} ${timesWords(it)}`

/** What begins on one day, day after day. */
export const byDay = <T extends { startsAt: string }>(items: readonly T[]): [day: string, items: T[]][] => {
  const days = new Map<string, T[]>()
  for (const item of items) days.set(dayOf(item.startsAt), [...(days.get(dayOf(item.startsAt)) ?? []), item])
  return [...days]
}
