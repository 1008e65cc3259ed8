import { eraseSaid } from '@huiyin/db/matters/erase-queries.ts'
import { countErased, listBrokenHistory } from '@huiyin/db/matters/seal-queries.ts'
import { type Command, command, done, refused } from './command.ts'
import { rooms } from './rooms.ts'
import { erasable, historySay as say } from './words.ts'

const histories = rooms.flatMap(it => it.history ?? [])

/** Whether every history and every look is as it was written; and erasing a name or words from one step. */
export const historyCommands: Record<string, Command> = {
  'history verify': command(0, 0, async ({ db }) => {
    const broken = await Promise.all([
      ...histories.map(it => listBrokenHistory(db, it)),
      ...rooms.map(it => it.brokenSeals?.(db) ?? []),
    ])
    const erased = await Promise.all(histories.map(it => countErased(db, it)))
    const text = say.erasedCount(erased.reduce((sum, n) => sum + n, 0))
    return broken.flat().length > 0 ? refused(say.notAsWritten(broken.flat()) + text) : done(say.asWritten + text)
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
