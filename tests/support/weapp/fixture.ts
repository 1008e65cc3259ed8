import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A page that says in its last line what its buttons brought about. */
export const speakingPage = (functions: string, wxml = '') => ({
  js: `Page({ data: { said: '' }, say(what) { this.setData({ said: typeof what === 'string' ? what : JSON.stringify(what) }) }, ${functions} })`,
  wxml: `${wxml}<view class="said">{{said}}</view>`,
})

export interface FixturePage {
  js?: string
  wxml?: string
  json?: object
}

/** Writes a tiny mini-program into a temporary folder and returns the folder. `files` win over everything else. */
export function makeFixture(
  pages: Record<string, FixturePage>,
  app: object = {},
  files: Record<string, string | undefined> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-fixture-'))
  const written: Record<string, string | undefined> = {
    'app.js': 'App({})',
    'app.json': JSON.stringify({ pages: Object.keys(pages), lazyCodeLoading: 'requiredComponents', ...app }),
  }
  for (const [path, { js = 'Page({})', wxml = '<view>空</view>', json = {} }] of Object.entries(pages))
    Object.assign(written, { [`${path}.js`]: js, [`${path}.wxml`]: wxml, [`${path}.json`]: JSON.stringify(json) })
  for (const [file, content] of Object.entries({ ...written, ...files })) {
    if (content === undefined) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  return folder
}

export interface Heard {
  method: string
  url: string
  headers: http.IncomingHttpHeaders
  body: Buffer
}

/** A server that remembers what it heard. What is sent to `/stall` is not read. */
export async function makeServer(reply: (heard: Heard) => { status?: number; body: string } | undefined) {
  const heard: Heard[] = []
  const stalled: http.IncomingMessage[] = []
  const server = http.createServer((incoming, outgoing) => {
    if (incoming.url === '/stall') return void stalled.push(incoming)
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const one = {
        method: incoming.method ?? '',
        url: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(parts),
      }
      heard.push(one)
      const answer = reply(one)
      if (!answer) return void incoming.socket.destroy()
      outgoing.writeHead(answer.status ?? 200, { 'content-type': 'application/json' }).end(answer.body)
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return {
    base: `http://127.0.0.1:${port}`,
    heard,
    /** Reads what lay at `/stall`; true if the last sender gave up before it had sent everything. */
    hungUp: () => {
      for (const incoming of stalled) incoming.on('error', () => {}).resume()
      const last = stalled.at(-1)
      return last?.destroyed === true && !last.complete
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
