import { listCrashes } from '@huiyin/db/crashes/queries.ts'
import { command, done, inShanghai } from '../command.ts'
import type { Manifest } from '../manifest.ts'
import { crashRoom } from './answers.ts'
import { clearCrashes } from './clear-crashes.ts'
import { crashWords as words } from './words.ts'

/** As many as fit on a screen or two. */
const shown = 50

export const crashes: Manifest = {
  rank: 10,
  answers: () => [crashRoom()],
  chores: outside => ({ 'old-crashes': () => clearCrashes(outside) }),
  commands: {
    'crashes list': command(0, 0, async ({ db }) => {
      const rows = (await listCrashes(db, shown)).map(it =>
        words.one({ ...it, first: inShanghai(it.firstAt), last: inShanghai(it.lastAt) }),
      )
      return done(rows.join('\n') || words.none)
    }),
  },
}
