import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import closeWithGrace from 'close-with-grace'
import { Hono } from 'hono'
import { createApi } from './app.ts'
import { readEnv } from './core/env.ts'
import { createOutside } from './core/outside.ts'
import { runChores } from './run-chores.ts'
import { servePages } from './serve-pages.ts'

/** The service as one plain Node process: API, H5 pages, and the chores every few seconds. */
const choresEverySeconds = 5

const env = readEnv(process.env)
const outside = await createOutside(env)
const api = createApi(outside)

const site = new Hono()
site.all('/api/*', c => api.fetch(c.req.raw))
site.get('/healthz', c => api.fetch(c.req.raw))
site.get('/readyz', c => api.fetch(c.req.raw))
site.get(
  '/assets/rapidoc-min.js',
  serveStatic({ path: createRequire(import.meta.url).resolve('rapidoc/dist/rapidoc-min.js') }),
)
site.use('*', servePages(env.H5_FOLDER))

const server = serve({ fetch: site.fetch, port: env.PORT }, ({ port }) => outside.log.info({ port }, 'listening'))

const chores = runChores(api, outside, choresEverySeconds)

closeWithGrace({ delay: 10_000 }, async () => {
  outside.windDown()
  const closed = new Promise(done => server.close(done))
  // A phone keeps its connection open behind an answer; who has none after 8 s is let go.
  const sweep = setInterval(() => (server as Server).closeIdleConnections(), 50)
  const enough = setTimeout(() => (server as Server).closeAllConnections(), 8000)
  await closed
  clearInterval(sweep)
  clearTimeout(enough)
  await chores.stop()
  await outside.close()
})
