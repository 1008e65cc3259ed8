/**
 * The server side of WeChat (api.weixin.qq.com). Every call settles within the time limit; every failure is a
 * `WechatFailure` whose `code` is the errcode as text, or `http`, `garbled` (not JSON, or empty), `network` (never got
 * there), `timeout` and `reset` (may have got there: nobody knows what came of it), `no-token` (not even tried).
 */
export class WechatFailure extends Error {
  readonly code: string
  constructor(code: string) {
    super(`wechat ${code}`)
    this.code = code
  }
}

export type Verdict = 'pass' | 'review' | 'risky'

export type Wechat = {
  /** Exchanges a login code for the openid. */
  login: (code: string) => Promise<{ openid: string }>
  /** The phone number behind a phone code, without country code. */
  getPhone: (code: string, openid: string) => Promise<string>
  /** Sends one subscribe message; answers its msgid as text. */
  sendSubscribe: (message: SubscribeMessage) => Promise<string>
  /** Checks up to 2,500 characters that a person wrote, who must have visited in the last two hours. */
  checkWords: (openid: string, words: string) => Promise<Verdict>
  /** Asks for a check of the picture at `url`, by a person who visited in the last two hours; answers the trace under which the result comes. */
  checkImage: (openid: string, url: string) => Promise<string>
  /** A mini-program code that opens `page` with `scene` (≤ 32 of the allowed characters). */
  drawCode: (scene: string, page: string) => Promise<{ bytes: Uint8Array; type: string }>
}

export type SubscribeMessage = {
  openid: string
  templateId: string
  page: string
  fields: Record<string, string>
}

type Options = { baseUrl: string; appid: string; secret: string; state: string; timeoutMs?: number }
type Reply = { errcode?: number } & Record<string, unknown>

const staleToken = new Set(['40001', '40014', '42001'])
const neverLeft = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'],
  'UND_ERR_CONNECT_TIMEOUT',
])

const whatBroke = ({ name, cause }: Error): 'timeout' | 'network' | 'reset' => {
  if (name === 'TimeoutError') return 'timeout'
  return neverLeft.has((cause as { code?: string } | undefined)?.code ?? '') ? 'network' : 'reset'
}

export const createWechat = ({ baseUrl, appid, secret, state, timeoutMs = 5000 }: Options): Wechat => {
  const send = async (path: string, body?: object): Promise<{ text: string; bytes: Uint8Array; type: string }> => {
    const init: RequestInit = body
      ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {}
    try {
      const response = await fetch(baseUrl + path, { ...init, signal: AbortSignal.timeout(timeoutMs) })
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (!response.ok) throw new WechatFailure('http')
      return { text: new TextDecoder().decode(bytes), bytes, type: response.headers.get('content-type') ?? '' }
    } catch (error) {
      if (error instanceof WechatFailure) throw error
      throw new WechatFailure(whatBroke(error as Error))
    }
  }

  const read = (text: string): Reply => {
    let reply: Reply
    try {
      reply = JSON.parse(text)
    } catch {
      throw new WechatFailure('garbled')
    }
    if (typeof reply !== 'object' || reply === null) throw new WechatFailure('garbled')
    if (reply.errcode) throw new WechatFailure(String(reply.errcode))
    return reply
  }

  const token = tokenKeeper(async () => {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: false }
    const { text } = await send('/cgi-bin/stable_token', body).catch(() =>
      Promise.reject(new WechatFailure('no-token')),
    )
    const { access_token, expires_in } = read(text)
    if (typeof access_token !== 'string') throw new WechatFailure('no-token')
    return { value: access_token, seconds: Number(expires_in) || 0 }
  })

  /** Calls with the access token; a stale one is fetched anew once. */
  const call = async (path: string, body: object, check: (text: string) => void = read) => {
    let held = ''
    const attempt = async () => {
      held = await token.get()
      const reply = await send(`${path}?access_token=${encodeURIComponent(held)}`, body)
      check(reply.text)
      return reply
    }
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof WechatFailure && staleToken.has(error.code))) throw error
      token.drop(held)
      return attempt()
    }
  }

  return {
    login: async code => {
      const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' })
      const reply = read((await send(`/sns/jscode2session?${query}`)).text)
      if (typeof reply.openid !== 'string') throw new WechatFailure('garbled')
      return { openid: reply.openid }
    },
    getPhone: async (code, openid) => {
      const reply = read((await call('/wxa/business/getuserphonenumber', { code, openid })).text)
      const { purePhoneNumber } = (reply.phone_info ?? {}) as { purePhoneNumber?: string }
      if (!purePhoneNumber) throw new WechatFailure('garbled')
      return purePhoneNumber
    },
    sendSubscribe: async ({ openid, templateId, page, fields }) => {
      const { text } = await call('/cgi-bin/message/subscribe/send', {
        touser: openid,
        template_id: templateId,
        page,
        miniprogram_state: state,
        lang: 'zh_CN',
        data: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }])),
      })
      // The id exceeds 2^53: read it as text.
      return /"msgid"\s*:\s*"?(\d+)/.exec(text)?.[1] ?? ''
    },
    checkWords: async (openid, words) => {
      const { text } = await call('/wxa/msg_sec_check', { version: 2, scene: 3, openid, content: words })
      const { suggest } = (read(text).result ?? {}) as { suggest?: Verdict }
      if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') throw new WechatFailure('garbled')
      return suggest
    },
    checkImage: async (openid, url) => {
      const asked = { version: 2, scene: 3, openid, media_type: 2, media_url: url }
      const { trace_id } = read((await call('/wxa/media_check_async', asked)).text)
      if (typeof trace_id !== 'string' || trace_id === '') throw new WechatFailure('garbled')
      return trace_id
    },
    drawCode: async (scene, page) => {
      const isJson = (text: string) => (text.startsWith('{') ? void read(text) : undefined)
      const { bytes, type } = await call(
        '/wxa/getwxacodeunlimit',
        { scene, page, check_path: true, width: 430 },
        isJson,
      )
      if (!type.startsWith('image/') || bytes.length === 0) throw new WechatFailure('garbled')
      return { bytes, type }
    },
  }
}

/** Keeps one access token; many callers at once cause one fetch, also when it turns out stale for all of them. Renews five minutes before the end. */
const tokenKeeper = (fetchToken: () => Promise<{ value: string; seconds: number }>) => {
  let kept: Promise<string> | undefined
  let current = ''
  let until = 0
  const get = (): Promise<string> => {
    if (kept && performance.now() < until) return kept
    current = ''
    until = Number.POSITIVE_INFINITY
    const fresh = fetchToken().then(({ value, seconds }) => {
      current = value
      until = performance.now() + Math.max(seconds - 300, 30) * 1000
      return value
    })
    fresh.catch(() => {
      if (kept === fresh) kept = undefined
    })
    kept = fresh
    return fresh
  }
  const drop = (stale: string) => {
    if (stale === current) kept = undefined
  }
  return { get, drop }
}
