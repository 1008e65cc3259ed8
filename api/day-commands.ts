import { listDays, removeDay, setDay } from '@huiyin/db/grids/queries.ts'
import { type Command, command, done, refused } from './command.ts'
import { isCovered } from './grids/calendar.ts'
import { say } from './words.ts'

/** A day that there is: 2027-02-29 is none. */
const isDay = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Days off and make-up workdays, above the yearly notice. */
export const dayCommands: Record<string, Command> = {
  'days set': command(3, 3, async ({ db }, [day = '', kind = '', name = '']) => {
    if (!isDay(day)) return refused(say.noDay)
    if (kind !== 'work' && kind !== 'off') return refused(say.noDayKind)
    await setDay(db, { day, working: kind === 'work', name })
    return done(say.daySet(day, kind === 'work'))
  }),
  'days list': command(1, 1, async ({ db }, [year = '']) => {
    if (!/^\d{4}$/.test(year)) return refused(say.noYear)
    const days = await listDays(db, year)
    const rows = days.map(({ day, working, name }) => `${day}  ${say.dayKind(working)}  ${name}`)
    const entered = days.length > 0 ? [year] : []
    return done([say.year(year, days.length, isCovered(year, []), isCovered(year, entered)), ...rows].join('\n'))
  }),
  'days remove': command(1, 1, async ({ db }, [day = '']) => {
    if (!isDay(day)) return refused(say.noDay)
    return (await removeDay(db, day)) ? done(say.dayRemoved(day)) : refused(say.dayUnknown)
  }),
}
