import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { servePages } from '@huiyin/api/serve-pages.ts'
import { finishPages } from '@huiyin/dev/finish-pages.ts'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'huiyin-pages-'))
const site = new Hono().use('*', servePages(folder))
const script = 'say("件件有回音")\n'.repeat(500)

beforeAll(async () => {
  for (const name of ['js', 'chunk', 'css']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'index.html'), '<html><head></head><body></body></html>')
  writeFileSync(join(folder, 'js', 'app.0a1b2c3d.js'), script)
  for (const name of ['pages', 'parts', 'reports']) writeFileSync(join(folder, 'chunk', `${name}.0a1b2c3d.js`), script)
  writeFileSync(join(folder, 'css', 'pages.0a1b2c3d.css'), 'a { color: red }')
  await finishPages(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = async (path: string, encoding: string) => {
  const answer = await site.request(path, { headers: { 'accept-encoding': encoding } })
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('a script travels as %s to a browser that reads it, and is kept for good', async (encoding, open) => {
  const { headers, bytes } = await get('/js/app.0a1b2c3d.js', `gzip;q=0, ${encoding}`.replace('gzip;q=0, gzip', 'gzip'))
  expect([headers.get('content-encoding'), headers.get('content-type')]).toEqual([
    encoding,
    expect.stringMatching(/^text\/javascript/),
  ])
  expect(headers.get('vary')).toMatch(/accept-encoding/i)
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect([bytes.length < script.length / 10, open(bytes).toString() === script]).toEqual([true, true])
})

test('who reads neither gets it as it is', async () => {
  const { headers, bytes } = await get('/js/app.0a1b2c3d.js', 'identity')
  expect([headers.get('content-encoding'), bytes.toString() === script]).toEqual([null, true])
})

test('the page that names them is asked for anew each time', async () => {
  expect((await get('/', 'br')).headers.get('cache-control')).toBe('no-cache')
})

test('what home needs is asked for at once, what the other pages need afterwards', () => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const early = [...page.matchAll(/<link rel="preload" as="(\w+)" href="\.\/(\w+)\/(\w+)\./g)].map(it =>
    it.slice(1).join(' '),
  )
  expect(early.sort()).toEqual(['script chunk pages', 'script chunk parts', 'style css pages'])
  expect(page).toMatch(/setTimeout\(.*"chunk\/reports\.0a1b2c3d\.js".*fetch/)
})
