/**
 * One call to somebody's server. Every call settles within the time limit; every failure is a `PlatformFailure` whose `code`
 * is the errcode as text, or `http`, `garbled` (not JSON, or empty), `network` (never got there), `timeout` and `reset`
 * (may have got there: nobody knows what came of it), `no-token` (not even tried).
 */
export class PlatformFailure extends Error {
  readonly code: string
  constructor(code: string) {
    super(`platform ${code}`)
    this.code = code
  }
}

const neverLeft = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'],
  'UND_ERR_CONNECT_TIMEOUT',
])

const whatBroke = ({ name, cause }: Error): 'timeout' | 'network' | 'reset' => {
  if (name === 'TimeoutError') return 'timeout'
  return neverLeft.has((cause as { code?: string } | undefined)?.code ?? '') ? 'network' : 'reset'
}

export type Sent = { text: string; bytes: Uint8Array; type: string }

/** GET without a body, POST of JSON with one. Throws on every status that is not success. */
export const send = async (
  url: string,
  body: object | undefined,
  { timeoutMs, headers = {} }: { timeoutMs: number; headers?: Record<string, string> },
): Promise<Sent> => {
  const init: RequestInit = body
    ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }
    : { headers }
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (!response.ok) throw new PlatformFailure(response.status === 429 ? 'too-fast' : 'http')
    return { text: new TextDecoder().decode(bytes), bytes, type: response.headers.get('content-type') ?? '' }
  } catch (error) {
    if (error instanceof PlatformFailure) throw error
    throw new PlatformFailure(whatBroke(error as Error))
  }
}

export type Reply = { errcode?: number } & Record<string, unknown>

/** The JSON of an answer; a failure where it carries an errcode. */
export const read = (text: string): Reply => {
  let reply: Reply
  try {
    reply = JSON.parse(text)
  } catch {
    throw new PlatformFailure('garbled')
  }
  if (typeof reply !== 'object' || reply === null) throw new PlatformFailure('garbled')
  if (reply.errcode) throw new PlatformFailure(String(reply.errcode))
  return reply
}

/** The id of a message that was taken, '' without one. It exceeds 2^53, so it is read as text. */
export const msgidOf = (text: string): string => /"msgid"\s*:\s*"?(\d+)/.exec(text)?.[1] ?? ''
