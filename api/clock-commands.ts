import { listSetAside, retryWork } from '@huiyin/db/core/set-aside-queries.ts'
import { type Command, command, done, inShanghai, isId, refused } from './command.ts'
import { clockSay as say } from './words.ts'

/** What the clocks have set aside, and another try. */
export const clockCommands: Record<string, Command> = {
  'clock list': command(0, 0, async ({ db }) => {
    const rows = (await listSetAside(db)).map(({ clock, id, since, failures, code, next }) =>
      say.setAside({ clock, id, since: inShanghai(new Date(since)), failures, code, next: inShanghai(new Date(next)) }),
    )
    return done(rows.join('\n') || say.noneAside)
  }),
  'clock retry': command(0, 2, async ({ db, now }, [clock, id]) => {
    if (id !== undefined && !isId(id)) return refused(say.whichAside)
    const count = await retryWork(db, clock, id, now)
    return count > 0 ? done(say.retried(count)) : refused(say.noneSuch)
  }),
}
