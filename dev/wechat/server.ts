import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { untilAborted } from './aborting.ts'
import { createClock } from './clock.ts'
import { createControl, type FakeWechatControl } from './control.ts'
import { controlRoutes } from './control-routes.ts'
import type { Endpoint, Fake } from './fake.ts'
import { withFaults } from './faults.ts'
import { endpoints, serveCall } from './serve-call.ts'
import { demoSettings, patchSettings, type SettingsPatch } from './settings.ts'
import { newState } from './state.ts'

export type FakeWechatOptions = SettingsPatch & {
  /** The given clock; real time unless given. */
  now?: () => Date
  /** How pushes and picture downloads leave; the network unless given (a test hands over its backend's own fetch). */
  fetch?: (request: Request) => Promise<Response>
}

export type FakeWechat = {
  /** Answers a request to `/<platform host>/<path>` or `/__fake/*`; the address before that does not matter. */
  fetch(request: Request): Promise<Response>
  /** Serves on 127.0.0.1; without a port, on a free one. `url` has no slash at its end. */
  listen(port?: number): Promise<{ url: string; close(): Promise<void> }>
  control: FakeWechatControl
}

type Env = { Bindings: Partial<HttpBindings> }
const MOST_CALLS = 10_000

/** A local WeChat, WeCom and Tencent map in one process, with its memory in memory. */
export function createFakeWechat(options: FakeWechatOptions = {}): FakeWechat {
  const { now = () => new Date(), fetch: leave = request => globalThis.fetch(request), ...patch } = options
  const settings = patchSettings(demoSettings, patch)
  const fake: Fake = {
    settings,
    initialSettings: settings,
    state: newState(),
    faults: [],
    clock: createClock(now),
    fetch: leave,
  }
  const control = createControl(fake)
  const app = new Hono<Env>()
  for (const endpoint of endpoints) {
    app.all(`/${endpoint.host}${endpoint.path}`, c => receive(fake, endpoint, c.req.raw, c.env))
  }
  app.route('/__fake', controlRoutes(control))
  app.onError(error => {
    throw error
  })
  // A request that nobody holds is collected, and its signal with it: a stalled call would then never be aborted.
  const held = new Set<Request>()
  const answerTo = (request: Request, env: Partial<HttpBindings> = {}) => {
    held.add(request)
    return untilAborted(request.signal, Promise.resolve(app.fetch(request, env))).finally(() => held.delete(request))
  }
  return { fetch: request => answerTo(request), listen: port => listen(answerTo, port), control }
}

async function receive(fake: Fake, endpoint: Endpoint, request: Request, env: Partial<HttpBindings>) {
  const arrivedAt = fake.clock.now()
  const { host, path } = endpoint
  const text = await request.text()
  const { calls } = fake.state
  calls.push({ method: request.method, host, path, arrivedAt, body: text })
  if (calls.length > MOST_CALLS) calls.shift()
  return withFaults(fake, host, path, () => serveCall(fake, endpoint, request, { text, arrivedAt }), env)
}

type Answering = (request: Request, env: Partial<HttpBindings>) => Promise<Response>

function listen(answerTo: Answering, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const server = createAdaptorServer({
    fetch: (request, env) => answerTo(request, env as HttpBindings),
    overrideGlobalObjects: false,
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const { port: bound } = server.address() as AddressInfo
      resolve({ url: `http://127.0.0.1:${bound}`, close: () => shut(server) })
    })
  })
}

function shut(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  // Stalled requests would hold the server open for ever.
  if ('closeAllConnections' in server) server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}
