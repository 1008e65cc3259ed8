import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Callback, Session } from '../session.ts'
import { type Api, asyncApis, type Options, refuse } from './api.ts'
import { makeTempFile, onDisk } from './files.ts'
import { send, type Transfer } from './network.ts'

/** WeChat knows no PATCH. */
const methods = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']
const ordinaryTimeoutMs = 60_000

type Task = Record<string, (listener?: Callback) => void>

/** Functions that give a task (abort, progress) as well as callbacks, and never a promise. */
export function transferApis(session: Session): Record<string, unknown> {
  return {
    request: withTask(session, 'request', request),
    uploadFile: withTask(session, 'uploadFile', upload),
    downloadFile: withTask(session, 'downloadFile', download),
  }
}

interface Handle {
  started(transfer: Transfer): Transfer
  emit(event: string, payload: object): void
}

type TaskApi = (session: Session, options: Options, handle: Handle) => Promise<object>

function withTask(session: Session, name: string, api: TaskApi) {
  return (options: Options) => {
    const listeners = new Map<string, Set<Callback>>()
    let transfer: Transfer | undefined
    let aborted = false
    const handle: Handle = {
      started: one => {
        transfer = one
        if (aborted) one.abort()
        return one
      },
      emit: (event, payload) => {
        for (const listener of listeners.get(event) ?? [])
          void session.enter(`${name} on${event}`, () => listener(session.realm.hand(payload)))
      },
    }
    const work: Api = given => api(session, given, handle)
    const table = asyncApis(session, { [name]: work })
    // Without callbacks `asyncApis` would give a promise; here the task is what one gets.
    ;(table[name] as Callback)({ ...options, complete: options.complete ?? (() => {}) })
    return session.realm.assemble(
      taskOf(listeners, () => {
        aborted = true
        transfer?.abort()
      }),
    )
  }
}

function taskOf(listeners: Map<string, Set<Callback>>, abort: () => void): Task {
  const events = ['ProgressUpdate', 'HeadersReceived', 'ChunkReceived']
  const set = (event: string) => listeners.get(event) ?? listeners.set(event, new Set()).get(event)
  const entries = events.flatMap((event): [string, (listener?: Callback) => void][] => [
    [`on${event}`, listener => void (listener && set(event)?.add(listener))],
    [`off${event}`, listener => void (listener ? set(event)?.delete(listener) : set(event)?.clear())],
  ])
  return Object.fromEntries([...entries, ['abort', abort]]) as Task
}

async function request(session: Session, options: Options, handle: Handle): Promise<object> {
  const method = String(options.method ?? 'GET').toUpperCase()
  if (!methods.includes(method)) refuse(`method is invalid: ${method}`, 600005)
  const headers = headersOf(session, options, 'application/json')
  const { url, body } = bodyOf(String(options.url ?? ''), method, headers, options.data)
  const { answered } = handle.started(send(session, { url, method, headers, body, timeoutMs: timeoutOf(options) }))
  const { statusCode, header, cookies, body: got } = await answered
  handle.emit('HeadersReceived', { statusCode, header, cookies })
  return {
    statusCode,
    header,
    cookies,
    data: options.responseType === 'arraybuffer' ? new Uint8Array(got) : parsed(got, options),
  }
}

function headersOf(session: Session, options: Options, contentType: string): Record<string, string> {
  const given = Object.entries((options.header ?? {}) as Record<string, unknown>).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ])
  const headers = { 'content-type': contentType, ...Object.fromEntries(given) }
  // The Referer is WeChat's own and cannot be changed.
  return {
    ...headers,
    referer: `https://servicewechat.com/${appid}/0/page-frame.html`,
    'user-agent': `MicroMessenger/8.0.50 ${session.device.shape.platform}`,
  }
}

export const appid = 'wx0000000000000000'

function bodyOf(url: string, method: string, headers: Record<string, string>, content: unknown) {
  if (content === undefined || content === null) return { url, body: undefined }
  const isBytes = Object.prototype.toString.call(content) === '[object ArrayBuffer]'
  if (isBytes) return { url, body: new Uint8Array(content as ArrayBuffer) }
  if (typeof content === 'string')
    return method === 'GET' ? { url, body: undefined } : { url, body: Buffer.from(content) }
  const form = new URLSearchParams(
    Object.entries(content as object).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString()
  if (method === 'GET') return { url: form ? `${url}${url.includes('?') ? '&' : '?'}${form}` : url, body: undefined }
  const asForm = headers['content-type']?.includes('x-www-form-urlencoded')
  return { url, body: Buffer.from(asForm ? form : JSON.stringify(content)) }
}

function parsed(body: Buffer, options: Options): unknown {
  const text = body.toString('utf8')
  if ((options.dataType ?? 'json') !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function timeoutOf(options: Options): number {
  return Number(options.timeout ?? ordinaryTimeoutMs)
}

async function upload(session: Session, options: Options, handle: Handle): Promise<object> {
  const file = onDisk(session, options.filePath)
  const content = readOrRefuse(file, String(options.filePath))
  const boundary = `----WeChat${Math.random().toString(36).slice(2)}`
  const body = multipart(boundary, options, basename(file ?? ''), content)
  const headers = {
    ...headersOf(session, options, ''),
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': String(body.length),
  }
  const onSent = (sent: number) =>
    handle.emit('ProgressUpdate', {
      progress: Math.floor((sent / body.length) * 100),
      totalBytesSent: sent,
      totalBytesExpectedToSend: body.length,
    })
  const sending = {
    url: String(options.url ?? ''),
    method: 'POST',
    headers,
    body,
    timeoutMs: timeoutOf(options),
    onSent,
  }
  const { statusCode, body: got } = await handle.started(send(session, sending)).answered
  return { statusCode, data: got.toString('utf8') }
}

function readOrRefuse(file: string | undefined, path: string): Buffer {
  try {
    return readFileSync(file ?? '')
  } catch {
    return refuse(`file not found: ${path}`, 1300002)
  }
}

function multipart(boundary: string, options: Options, filename: string, content: Buffer): Buffer {
  const fields = Object.entries((options.formData ?? {}) as Record<string, unknown>).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const type = extname(filename) === '.png' ? 'image/png' : 'image/jpeg'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${options.name}"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n`
  return Buffer.concat([Buffer.from(fields.join('') + head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

async function download(session: Session, options: Options, handle: Handle): Promise<object> {
  const headers = headersOf(session, options, 'application/octet-stream')
  const sending = {
    url: String(options.url ?? ''),
    method: 'GET',
    headers,
    body: undefined,
    timeoutMs: timeoutOf(options),
  }
  const { statusCode, body } = await handle.started(send(session, sending)).answered
  return { statusCode, tempFilePath: makeTempFile(session, body, extname(new URL(sending.url).pathname)) }
}
