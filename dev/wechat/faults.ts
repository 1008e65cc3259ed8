import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { answer, refuse } from './answers.ts'
import type { Fake } from './fake.ts'

/** One planted fault. Without a kind but with `delayMs`, the true answer comes late. */
export type Fault = {
  /** The path as documented (`/cgi-bin/stable_token`), with the host before it where two hosts share a path, or `*`. */
  path: string
  /** How many requests meet it; 1 unless given. */
  times?: number
  /** Refuses with this code (for the geocoder: this status). */
  errcode?: number
  /** Answers this HTTP status with a gateway's HTML page. */
  http?: number
  /** Answers 200 with an HTML page. */
  html?: boolean
  /** Answers 200 without a body. */
  empty?: boolean
  /** Writes a busy answer in this encoding while the header claims UTF-8. */
  charset?: 'gbk' | 'utf-16le'
  /** Never answers. */
  stall?: boolean
  /** Cuts the connection; in this process the call rejects as `fetch` does. */
  reset?: boolean
  /** Waits this long before anything else, in ms. */
  delayMs?: number
  /** Does the work first and spoils only the answer: accepted by WeChat, unknown to the sender. */
  afterWork?: boolean
}

const page = (title: string) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>`
const html = (title: string, status: number) =>
  new Response(page(title), { status, headers: { 'content-type': 'text/html' } })

const gatewayWords: Record<number, string> = {
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Time-out',
}

// 系统繁忙 in GBK, which Node can read but not write.
const BUSY_GBK = Buffer.from('cfb5cdb3b7b1c3a6', 'hex')

function misencoded(charset: 'gbk' | 'utf-16le'): Response {
  const body =
    charset === 'gbk'
      ? Buffer.concat([Buffer.from('{"errcode":-1,"errmsg":"'), BUSY_GBK, Buffer.from('"}')])
      : Buffer.from('{"errcode":-1,"errmsg":"系统繁忙"}', 'utf16le')
  return new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } })
}

function spoiled(fault: Fault, host: string): Response | undefined {
  if (fault.errcode !== undefined && host === 'apis.map.qq.com') {
    return answer({ status: fault.errcode, message: 'injected' })
  }
  if (fault.errcode !== undefined) return refuse(fault.errcode, 'injected')
  if (fault.http !== undefined) return html(`${fault.http} ${gatewayWords[fault.http] ?? ''}`.trim(), fault.http)
  if (fault.html) return html('请在微信客户端打开链接', 200)
  if (fault.empty) return new Response('', { status: 200 })
  if (fault.charset) return misencoded(fault.charset)
  return undefined
}

/** Takes the next fault planted for this request, if any. */
function takeFault(fake: Fake, host: string, path: string): Fault | undefined {
  // The map service answers with and without a slash at the end: one fault means both.
  const bare = path.replace(/\/$/, '')
  const names = ['*', bare, `${bare}/`, `/${host}${bare}`, `/${host}${bare}/`]
  const fault = fake.faults.find(each => names.includes(each.path))
  if (!fault) return undefined
  fault.times = (fault.times ?? 1) - 1
  if (fault.times <= 0) fake.faults.splice(fake.faults.indexOf(fault), 1)
  return fault
}

function cut(socket: Partial<HttpBindings> | undefined): never {
  socket?.incoming?.socket?.resetAndDestroy()
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) })
}

/** Answers by `work`, unless a fault is planted for the path. `socket` is there when the request came over the wire. */
export async function withFaults(
  fake: Fake,
  host: string,
  path: string,
  work: () => Promise<Response>,
  socket?: Partial<HttpBindings>,
): Promise<Response> {
  const fault = takeFault(fake, host, path)
  if (!fault) return work()
  if (fault.delayMs) await sleep(fault.delayMs)
  const done = fault.afterWork ? await work() : undefined
  if (fault.stall) return new Promise<Response>(() => {})
  if (fault.reset) cut(socket)
  return spoiled(fault, host) ?? done ?? work()
}
