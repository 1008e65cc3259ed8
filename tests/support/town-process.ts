import { serve } from '@hono/node-server'
import { createApi } from '@huiyin/api/app.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import { createOutside } from '@huiyin/api/core/outside.ts'
import { openPostgres } from '@huiyin/db/core/client.ts'

/**
 * The service in a process of its own, by the clock of the test that started it: the header `x-town-now` of each call. It ends
 * with its parent.
 */
const env = readEnv(process.env)
const { db } = await openPostgres(env.DATABASE_URL ?? '', { max: env.DATABASE_POOL, deadline: 60_000 })
let now = new Date()
const later = new Set<Promise<unknown>>()
const outside = await createOutside(env, {
  db,
  now: () => now,
  after: task => {
    const done = task()
      .catch(() => {})
      .finally(() => later.delete(done))
    later.add(done)
  },
})
const api = createApi(outside)

/** What the test asks of the process itself. */
const asked: Record<string, () => Promise<unknown>> = {
  '/chores': api.chores,
  '/deliver': api.deliver,
  '/settle': async () => {
    while (later.size > 0) await Promise.all(later)
  },
}

const answer = async (request: Request): Promise<Response> => {
  now = new Date(request.headers.get('x-town-now') ?? now)
  const own = asked[new URL(request.url).pathname]
  return own ? Response.json((await own()) ?? {}) : api.fetch(request)
}

serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
process.on('disconnect', () => process.exit())
