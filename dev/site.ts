import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { servePages } from '@huiyin/api/serve-pages.ts'
import { Hono } from 'hono'
import type { DemoClock } from './clock.ts'
import { words } from './words.ts'

type Parts = { api: (request: Request) => Promise<Response>; demo: Hono; clock: DemoClock; pages: string }

const bar = join(import.meta.dirname, 'bar')

/** Everything on one port: the demo page, the phone's pages under /m/, the API, and what only the demo has. */
export const createSite = ({ api, demo, clock, pages }: Parts): Hono => {
  const site = new Hono()
  site.all('/api/*', c => api(c.req.raw))
  site.get('/healthz', c => api(c.req.raw))
  site.get('/readyz', c => api(c.req.raw))
  site.get('/assets/rapidoc-min.js', serveStatic({ path: rapidoc }))
  site.route('/__demo', demo)
  site.get('/__demo/phone.js', c => c.body(phoneScript(clock), 200, { 'content-type': 'text/javascript' }))
  site.get('/m', c => c.redirect('/m/'))
  site.get('/m/', c => c.html(phonePage(pages)))
  site.use(
    '/m/*',
    servePages(pages, path => path.slice(2)),
  )
  site.use('/*', serveStatic({ root: bar }))
  return site
}

const rapidoc = createRequire(import.meta.url).resolve('rapidoc/dist/rapidoc-min.js')

/** The mini-program's own page, told the demo's time before anything else runs. */
const phonePage = (pages: string) => {
  const file = join(pages, 'index.html')
  if (!existsSync(file)) return waitingPage
  return readFileSync(file, 'utf8').replace('<head>', '<head><script src="/__demo/phone.js"></script>')
}

/** While the pages are being made: looks again by itself. */
const waitingPage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"></head>
<body style="display:grid;place-items:center;min-height:90vh;text-align:center">${words.buildingFor('h5')}</body></html>`

const phoneScript = (clock: DemoClock) =>
  `window.demoShift = ${clock.shift()}\n${readFileSync(join(bar, 'phone.js'), 'utf8')}`
