import type { Db } from '@huiyin/db/core/client.ts'
import { eraseSaid } from '@huiyin/db/matters/erase-queries.ts'
import { type BrokenSeal, countErased, listBrokenHistory } from '@huiyin/db/matters/seal-queries.ts'
import { type Command, command, done, refused } from './command.ts'
import { rooms } from './rooms.ts'
import { erasable, historySay as say } from './words.ts'

const histories = rooms.flatMap(it => it.history ?? [])

/** What is not as it was written, in the histories and looks of all rooms. Reads everything. */
export const listBrokenSeals = async (db: Db): Promise<BrokenSeal[]> => {
  const own = rooms.map(it => it.brokenSeals?.(db) ?? [])
  return (await Promise.all([...histories.map(it => listBrokenHistory(db, it)), ...own])).flat()
}

/** Whether every history and every look is as it was written; and erasing a name or words from one step. */
export const historyCommands: Record<string, Command> = {
  'history verify': command(0, 0, async ({ db }) => {
    const broken = await listBrokenSeals(db)
    const erased = await Promise.all(histories.map(it => countErased(db, it)))
    const text = say.erasedCount(erased.reduce((sum, n) => sum + n, 0))
    return broken.length > 0 ? refused(say.notAsWritten(broken) + text) : done(say.asWritten + text)
  }),
  'history erase': command(5, 5, async ({ db, now }, [number = '', step = '', kind = '', by = '', why = '']) => {
    const what = erasable.get(kind)
    if (!what) return refused(say.whichWhat)
    if (!/^\d{1,6}$/.test(step) || !by.trim() || !why.trim()) return refused(say.whichStep)
    const erasing = { number, seq: Number(step), what, by: by.trim(), why: why.trim(), now }
    for (const history of histories)
      if (await eraseSaid(db, history, erasing)) return done(say.erased(number, step, kind))
    return refused(say.nothingThere)
  }),
}
