import http from 'node:http'
import type { Session } from '../session.ts'
import { type Refusal, refuse } from './api.ts'

export const offline = 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED'

/** WeChat runs ten at a time and queues the rest. */
const atOnce = 10

export interface Sending {
  /** The URL as the mini-program wrote it. */
  url: string
  method: string
  headers: Record<string, string>
  body: Uint8Array | undefined
  timeoutMs: number
  /** Told as bytes leave; only uploads ask for it. */
  onSent?: (sent: number) => void
}

export interface Answered {
  statusCode: number
  header: Record<string, string>
  cookies: string[]
  body: Buffer
}

export interface Transfer {
  answered: Promise<Answered>
  abort(): void
}

/** The real address behind a URL of the mini-program. Refuses what the console's domain list does not have. */
export function realAddress(session: Session, url: unknown): URL {
  const { apiBase, domains } = session.device
  const text = String(url ?? '')
  if (!URL.canParse(text)) refuse(`invalid url "${text}"`, 600009)
  const { origin, pathname, search } = new URL(text)
  if (!domains.includes(origin)) refuse('url not in domain list', 600002)
  return new URL(pathname + search, apiBase)
}

interface Line {
  running: Set<AbortController>
  queued: (() => void)[]
}

const lines = new WeakMap<Session, Line>()

function lineOf(session: Session): Line {
  const line = lines.get(session) ?? { running: new Set(), queued: [] }
  lines.set(session, line)
  return line
}

const failure = (reason: string, errno?: number): Refusal => ({ reason, errno })

/** Really sends it over HTTP; ends when the network is cut or the session dies. */
export function send(session: Session, sending: Sending): Transfer {
  const controller = new AbortController()
  return { answered: sendInTurn(session, sending, controller), abort: () => controller.abort(failure('abort')) }
}

async function sendInTurn(session: Session, sending: Sending, controller: AbortController): Promise<Answered> {
  const address = realAddress(session, sending.url)
  if (session.device.network === 'none') refuse(offline, 600001)
  const line = lineOf(session)
  if (line.running.size >= atOnce) await new Promise<void>(next => line.queued.push(next))
  const kill = () => controller.abort(failure('interrupted', 600003))
  line.running.add(controller)
  session.onKill.add(kill)
  const timer = setTimeout(() => controller.abort(failure('timeout', 5)), sending.timeoutMs)
  try {
    return await exchange(address, sending, controller.signal)
  } finally {
    clearTimeout(timer)
    line.running.delete(controller)
    session.onKill.delete(kill)
    line.queued.shift()?.()
  }
}

/** Every transfer under way fails, as when the person walks into a lift. */
export function cutTransfers(session: Session): void {
  for (const controller of [...lineOf(session).running]) controller.abort(failure(offline, 600001))
}

function exchange(address: URL, sending: Sending, signal: AbortSignal): Promise<Answered> {
  return new Promise((done, fail) => {
    const lost = (error: Error) =>
      fail(signal.aborted ? signal.reason : failure(`errcode:-102 error_msg:${error.message}`, 600001))
    const outgoing = http.request(address, { method: sending.method, headers: sending.headers, agent: false, signal })
    outgoing.on('error', lost)
    outgoing.on('response', incoming => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('error', lost)
      incoming.on('end', () => {
        const cookies = incoming.headers['set-cookie'] ?? []
        const header = headersOf(incoming.rawHeaders)
        done({ statusCode: incoming.statusCode ?? 0, header, cookies, body: Buffer.concat(parts) })
      })
    })
    void write(outgoing, sending)
  })
}

const pieceBytes = 16 * 1024

async function write(outgoing: http.ClientRequest, { body, onSent }: Sending): Promise<void> {
  for (let sent = 0; body && sent < body.length; sent += pieceBytes) {
    await new Promise<void>(next => outgoing.write(body.subarray(sent, sent + pieceBytes), () => next()))
    if (outgoing.destroyed) return
    onSent?.(Math.min(sent + pieceBytes, body.length))
  }
  outgoing.end()
}

function headersOf(raw: string[]): Record<string, string> {
  const header: Record<string, string> = {}
  for (let at = 0; at < raw.length; at += 2) {
    const [name = '', value = ''] = raw.slice(at, at + 2)
    header[name] = name in header ? `${header[name]},${value}` : value
  }
  return header
}
