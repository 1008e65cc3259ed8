import type { EnteredDay } from '@huiyin/db/grids/calendar-queries.ts'

/** A day that there is: 2027-02-29 is none. */
export const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

export const isYear = (text: string): boolean => /^\d{4}$/.test(text)

const kinds: Readonly<Record<string, boolean>> = {
  班: true,
  上班: true,
  work: true,
  休: false,
  放假: false,
  off: false,
}

/**
 * The days of a year as somebody pastes them, a line each: day, 休 or 班 (also 放假 / 上班, off / work), name; blanks, commas or tabs
 * between. Every day that differs from an ordinary week. `wrong`: the first line that cannot be read, from 1.
 */
export const readDays = (text: string, year: string): { days: EnteredDay[] } | { wrong: number } => {
  const days = new Map<string, EnteredDay>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [day = '', kind = '', ...name] = line.trim().split(/[\s,，]+/)
    if (day === '' || day.startsWith('#')) continue
    const working = kinds[kind]
    if (!isDay(day) || !day.startsWith(year) || working === undefined || days.has(day)) return { wrong: index + 1 }
    days.set(day, { day, working, name: name.join(' ') })
  }
  return days.size > 0 ? { days: [...days.values()] } : { wrong: 1 }
}
