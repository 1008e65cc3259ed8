import { randomUUID } from 'node:crypto'
import http, { type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { requestLimits } from '@huiyin/shared/core/request-limits.ts'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { expectProblem } from '../support/clear-problem.ts'
import { startProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { openWorld, type Someone, type World } from '../support/world.ts'
import { noise } from './pictures.ts'

/** Over real sockets and a line as narrow as in a valley: nobody is sent away because sending takes long. */
let world: World
let resident: Someone
let server: Server
let line: TcpProxy
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  server = await new Promise<Server>(done => {
    const it = serve({ fetch: world.api.fetch, port: 0, hostname: '127.0.0.1' }, () => done(it as Server))
  })
  line = await startProxy((server.address() as AddressInfo).port)
  line.delay(300)
})
afterEach(() => void vi.useRealTimers())
afterAll(async () => {
  await line.close()
  server.closeAllConnections()
  await new Promise(done => server.close(done))
  await world.close()
})

type Heard = { status: number; text: string }

const send = (path: string, type: string, body: Buffer): Promise<Heard> =>
  new Promise((done, fail) => {
    const headers = { authorization: `Bearer ${resident.token}`, 'content-type': type, 'content-length': body.length }
    const sending = http.request(`${line.url}${path}`, { method: 'POST', headers, agent: false }, async reply => {
      done({ status: reply.statusCode ?? 0, text: Buffer.concat(await reply.toArray()).toString() })
    })
    sending.on('error', fail).end(body)
  })

const boundary = 'a-boundary-that-no-picture-holds'
const form = (bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
const multipart = `multipart/form-data; boundary=${boundary}`

/** Bytes a second with which so many need longer than the service is patient, twice the time of its whole patience at most. */
const tooSlowFor = (bytes: number) => bytes / ((requestLimits.patienceMs / 1000) * 1.2)

test('a photo, and the words of a report, that need longer than the patience with the work, arrive', async () => {
  const body = form(await noise(300, 300))
  const words = JSON.stringify({ id: randomUUID(), words: '漏'.repeat(150), photoIds: [], buildingId: 't001v1g1b1' })
  line.narrow(tooSlowFor(body.length + words.length))
  const answers = await Promise.all([
    send(`/api/photos/${randomUUID()}`, multipart, body),
    send('/api/reports', 'application/json', Buffer.from(words)),
  ])
  expect(answers.map(it => it.status)).toEqual([201, 201])
})

test.each([
  ['a photo', '/api/photos/', multipart],
  ['words', '/api/reports', 'application/json'],
])('%s of which nothing more comes holds no place for ever', async (_, path, type) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let read = () => {}
  const begun = new Promise<void>(done => {
    read = done
  })
  const body = new ReadableStream({ start: it => it.enqueue(Buffer.from('--a')), pull: () => read() })
  const answered = resident.fetch(path === '/api/photos/' ? path + randomUUID() : path, {
    ...{ method: 'POST', body, duplex: 'half', headers: { 'content-type': type, 'content-length': '4000' } },
  } as RequestInit)
  // The caller is looked up first: only then the waiting for the body begins.
  await begun
  await vi.advanceTimersByTimeAsync((requestLimits.graceSeconds + 4000 / requestLimits.slowestBytesPerSecond) * 1000)
  await expectProblem(await answered, 'too-slow')
})
