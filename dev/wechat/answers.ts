import { randomBytes } from 'node:crypto'

/** A JSON answer as the platform gives it: always HTTP 200. A string is sent as it is. */
export function answer(body: object | string): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Response(text, { headers: { 'content-type': 'application/json; encoding=utf-8' } })
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex')

/** A refusal with the platform's random trace, so that nobody matches the text. */
export function refuse(errcode: number, words = 'refused'): Response {
  return answer({ errcode, errmsg: `${words} rid: ${hex(4)}-${hex(4)}-${hex(4)}` })
}

/** `extra` is added to the usual `errcode: 0`. */
export const accept = (extra: object = {}) => answer({ errcode: 0, errmsg: 'ok', ...extra })

/** A random code or token of letters and digits. */
export function randomText(length: number): string {
  return randomBytes(length).toString('base64url').replace(/[-_]/g, 'x').slice(0, length)
}

/** The string under `key`, or '' when it is missing or something else. */
export function textOf(body: Record<string, unknown>, key: string): string {
  const held = body[key]
  return typeof held === 'string' ? held : ''
}

export const isRecord = (held: unknown): held is Record<string, unknown> =>
  typeof held === 'object' && held !== null && !Array.isArray(held)
