import closeWithGrace from 'close-with-grace'
import { createApi } from './app.ts'
import { readEnv } from './core/env.ts'
import { createOutside } from './core/outside.ts'
import { runChores } from './run-chores.ts'

/**
 * The chores as a process of their own, beside a serverless host whose scheduler is slow or beside several servers: the
 * same code, as many as one likes. Answers nobody.
 */
const outside = await createOutside(readEnv(process.env))
const chores = runChores(createApi(outside), outside, 1)
outside.log.info({}, 'working')

closeWithGrace({ delay: 10_000 }, async () => {
  outside.windDown()
  await chores.stop()
  await outside.close()
})
