import { createReadStream, existsSync, statSync } from 'node:fs'
import http from 'node:http'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export type Handler = (request: Request) => Response | Promise<Response>

export interface Served {
  /** As `http://127.0.0.1:41234`. */
  base: string
  close(): Promise<void>
}

/** Serves a built folder on a free port. A path under a key of `handlers`, as `/api/`, goes to that handler instead. */
export async function serveFolder(folder: string, handlers: Record<string, Handler> = {}): Promise<Served> {
  const server = http.createServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? '/', 'http://127.0.0.1').pathname
    const prefix = Object.keys(handlers).find(one => path.startsWith(one))
    const handler = handlers[prefix ?? '']
    if (handler) void answer(handler, incoming, outgoing)
    else sendFile(folder, path, outgoing)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return {
    base: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(handler: Handler, incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> {
  try {
    const response = await handler(requestOf(incoming))
    outgoing.writeHead(response.status, [...response.headers].flat())
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  } catch (error) {
    outgoing.writeHead(500, { 'content-type': 'text/plain' }).end((error as Error).stack)
  }
}

function requestOf(incoming: http.IncomingMessage): Request {
  const { method = 'GET', url = '/', headers } = incoming
  const list = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
  const body = method === 'GET' || method === 'HEAD' ? null : (Readable.toWeb(incoming) as ReadableStream)
  return new Request(`http://${headers.host}${url}`, { method, headers: list, body, duplex: 'half' } as RequestInit)
}

function sendFile(folder: string, path: string, outgoing: http.ServerResponse): void {
  const wanted = normalize(join(folder, decodeURIComponent(path)))
  const file = path.endsWith('/') ? join(wanted, 'index.html') : wanted
  if (!file.startsWith(normalize(folder)) || !existsSync(file) || !statSync(file).isFile()) {
    outgoing.writeHead(404, { 'content-type': 'text/plain' }).end('not here')
    return
  }
  outgoing.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
  })
  createReadStream(file).pipe(outgoing)
}
