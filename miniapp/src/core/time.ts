import { inShanghai } from '@huiyin/shared/core/shanghai.ts'
import { coreWords } from './words.ts'

const words = coreWords.time
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const dayNumber = (ms: number) => Math.floor(inShanghai(ms).getTime() / day)

/** YYYY-MM-DD of a moment in epoch milliseconds. */
export const today = (now: number) => inShanghai(now).toISOString().slice(0, 10)

const clock = (ms: number) => {
  const date = inShanghai(ms)
  return `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`
}

const relativeDays = new Map<number, string>([
  [-1, words.yesterday],
  [0, words.today],
  [1, words.tomorrow],
])

/**
 * 今天 14:05 · 昨天 9:30 · 11月23日 14:05 · of another year 2027年1月4日 14:05, and what is over 2025年1月2日. `at` is ISO 8601, `now`
 * epoch milliseconds.
 */
export const dayAndTime = (at: string, now: number) => {
  const ms = Date.parse(at)
  const date = inShanghai(ms)
  const named = relativeDays.get(dayNumber(ms) - dayNumber(now))
  if (named) return `${named} ${clock(ms)}`
  const monthDay = words.monthDay(date.getUTCMonth() + 1, date.getUTCDate())
  const sameYear = date.getUTCFullYear() === inShanghai(now).getUTCFullYear()
  if (sameYear) return `${monthDay} ${clock(ms)}`
  const whole = words.year(date.getUTCFullYear(), monthDay)
  return ms > now ? `${whole} ${clock(ms)}` : whole
}

/** 3 天 4 小时 · 1 小时 20 分钟 · 5 分钟; never less than a minute. */
export const span = (ms: number) => {
  const days = Math.floor(ms / day)
  const hours = Math.floor((ms % day) / hour)
  const minutes = Math.floor((ms % hour) / minute)
  if (days > 0) return `${days} ${words.days}${hours ? ` ${hours} ${words.hours}` : ''}`
  if (hours > 0) return `${hours} ${words.hours}${minutes ? ` ${minutes} ${words.minutes}` : ''}`
  return `${Math.max(1, minutes)} ${words.minutes}`
}

/** 刚刚 · 5 分钟前 within the hour, then the day and time. */
export const ago = (at: string, now: number) => {
  const passed = now - Date.parse(at)
  if (passed < minute) return words.justNow
  if (passed < hour) return words.minutesAgo(Math.floor(passed / minute))
  return dayAndTime(at, now)
}
