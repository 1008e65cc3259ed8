import { type EnteredDay, enterDays, listDays, listWholeYears } from '@huiyin/db/grids/calendar-queries.ts'
import { type Command, command, done, refused } from './command.ts'
import { isCovered } from './grids/calendar.ts'
import { isDay, isYear, readDays } from './grids/read-days.ts'
import { say } from './words.ts'

const wordOf = { work: true, off: false } as const

/** Days off and make-up workdays, above the yearly notice. */
export const dayCommands: Record<string, Command> = {
  'days set': command(3, 3, async ({ db, now }, [day = '', kind = '', name = '']) => {
    if (!isDay(day)) return refused(say.noDay)
    if (kind !== 'work' && kind !== 'off') return refused(say.noDayKind)
    await enterDays(db, [{ day, working: wordOf[kind], name }], now)
    return done(say.daySet(day, wordOf[kind]))
  }),
  'days enter': command(2, 2, async ({ db, now, read }, [year = '', file = '']) => {
    if (!isYear(year)) return refused(say.noYear)
    const bytes = await read(file)
    if (!bytes) return refused(say.noFile(file))
    const found = readDays(new TextDecoder().decode(bytes), year)
    if ('wrong' in found) return refused(say.daysWrong(found.wrong))
    return done(say.yearEntered(year, found.days.length, await enterDays(db, found.days, now, year)))
  }),
  'days list': command(1, 1, async ({ db }, [year = '']) => {
    if (!isYear(year)) return refused(say.noYear)
    const [days, whole] = await Promise.all([listDays(db, year), listWholeYears(db, [year])])
    const rows = days.map(({ day, working, name }) => `${day}  ${say.dayKind(working)}  ${name}`)
    return done([say.year(year, days.length, isCovered(year, []), isCovered(year, whole)), ...rows].join('\n'))
  }),
  'days remove': command(1, 1, async ({ db, now }, [day = '']) => {
    if (!isDay(day)) return refused(say.noDay)
    const back: EnteredDay = { day, working: null, name: '' }
    return (await enterDays(db, [back], now)) > 0 ? done(say.dayRemoved(day)) : refused(say.dayUnknown)
  }),
}
