import { readFile } from 'node:fs/promises'
import { openPostgres } from '@huiyin/db/core/client.ts'
import { getClock } from '@huiyin/db/core/clock-queries.ts'
import { codeOf } from '@huiyin/db/core/errors.ts'
import { runCommand } from './commands.ts'
import { readEnv } from './core/env.ts'
import { keysFrom } from './core/secrets.ts'
import { say } from './words.ts'

/** The operator's command line: `npm run cli -- <what> …`. Ends with 1 when it was not done. */
const url = process.env.DATABASE_URL
if (!url) {
  console.error(say.noDatabase)
  process.exit(1)
}
const { db, close } = await openPostgres(url, { max: 1, deadline: 60_000 })
const read = (file: string) => readFile(file).catch(() => undefined)
const { HUIYIN_SECRET, HUIYIN_FORMER_SECRETS } = readEnv(process.env)
const keys = keysFrom(HUIYIN_SECRET, HUIYIN_FORMER_SECRETS)
// An error's message holds what was written, names and phones too: only its code is shown.
const { ok, text } = await getClock(db)
  .then(ms => runCommand({ db, now: new Date(ms), read, keys }, process.argv.slice(2)))
  .catch(error => ({ ok: false, text: say.failed(codeOf(error) ?? (error as Error).name) }))
await close()
console.log(text)
process.exitCode = ok ? 0 : 1
