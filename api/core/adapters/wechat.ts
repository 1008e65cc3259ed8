import { msgidOf, PlatformFailure, read, send } from './platform-call.ts'
import { type TokenShare, tokenKeeper, withToken } from './token-keeper.ts'

export type Verdict = 'pass' | 'review' | 'risky'

export type Wechat = {
  /** Exchanges a login code for the openid. */
  login: (code: string) => Promise<{ openid: string }>
  /** The phone number behind a phone code, without country code. */
  getPhone: (code: string, openid: string) => Promise<string>
  /** Sends one subscribe message; answers its msgid as text. */
  sendSubscribe: (message: SubscribeMessage) => Promise<string>
  /** Sends one staff message (用工关系) to somebody who has agreed to them. */
  sendEmployee: (message: SubscribeMessage) => Promise<string>
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

type Options = {
  baseUrl: string
  appid: string
  secret: string
  state: string
  timeoutMs?: number
  share?: TokenShare | undefined
}

/** The access token of an account of WeChat, by the address that gives every instance the same one. */
export const stableToken =
  (baseUrl: string, account: { appid: string; secret: string }, timeoutMs: number) => async () => {
    const body = { grant_type: 'client_credential', ...account, force_refresh: false }
    const { text } = await send(`${baseUrl}/cgi-bin/stable_token`, body, { timeoutMs }).catch(() =>
      Promise.reject(new PlatformFailure('no-token')),
    )
    const { access_token, expires_in } = read(text)
    if (typeof access_token !== 'string') throw new PlatformFailure('no-token')
    return { value: access_token, seconds: Number(expires_in) || 0 }
  }

/** The server side of WeChat (api.weixin.qq.com); failures as `PlatformFailure`. */
export const createWechat = ({ baseUrl, appid, secret, state, timeoutMs = 5000, share }: Options): Wechat => {
  const held = withToken(tokenKeeper(stableToken(baseUrl, { appid, secret }, timeoutMs), share))
  const call: Call = (path, body, check = read) =>
    held(async token => {
      const reply = await send(`${baseUrl}${path}?access_token=${encodeURIComponent(token)}`, body, { timeoutMs })
      check(reply.text)
      return reply
    })
  return {
    login: async code => {
      const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' })
      const reply = read((await send(`${baseUrl}/sns/jscode2session?${query}`, undefined, { timeoutMs })).text)
      if (typeof reply.openid !== 'string') throw new PlatformFailure('garbled')
      return { openid: reply.openid }
    },
    getPhone: async (code, openid) => {
      const reply = read((await call('/wxa/business/getuserphonenumber', { code, openid })).text)
      const { purePhoneNumber } = (reply.phone_info ?? {}) as { purePhoneNumber?: string }
      if (!purePhoneNumber) throw new PlatformFailure('garbled')
      return purePhoneNumber
    },
    ...messagesBy(call, state),
    ...checksBy(call),
    drawCode: async (scene, page) => {
      const isJson = (text: string) => (text.startsWith('{') ? void read(text) : undefined)
      const { bytes, type } = await call(
        '/wxa/getwxacodeunlimit',
        { scene, page, check_path: true, width: 430 },
        isJson,
      )
      if (!type.startsWith('image/') || bytes.length === 0) throw new PlatformFailure('garbled')
      return { bytes, type }
    },
  }
}

/** One call with the account's token; `check` refuses what the platform refused. */
type Call = (path: string, body: object, check?: (text: string) => void) => ReturnType<typeof send>

const messagesBy = (call: Call, state: string): Pick<Wechat, 'sendSubscribe' | 'sendEmployee'> => ({
  sendSubscribe: async ({ openid, templateId, page, fields }) => {
    const { text } = await call('/cgi-bin/message/subscribe/send', {
      touser: openid,
      template_id: templateId,
      page,
      miniprogram_state: state,
      lang: 'zh_CN',
      data: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }])),
    })
    return msgidOf(text)
  },
  sendEmployee: async ({ openid, templateId, page, fields }) => {
    const values = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }]))
    // The platform wants the values as a text of JSON with one more `data` inside.
    const data = JSON.stringify({ data: values })
    await call('/cgi-bin/message/wxopen/employeerelationmsg/send', {
      touser: openid,
      template_id: templateId,
      page,
      data,
    })
    return ''
  },
})

const checksBy = (call: Call): Pick<Wechat, 'checkWords' | 'checkImage'> => ({
  checkWords: async (openid, words) => {
    const { text } = await call('/wxa/msg_sec_check', { version: 2, scene: 3, openid, content: words })
    const { suggest } = (read(text).result ?? {}) as { suggest?: Verdict }
    if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') throw new PlatformFailure('garbled')
    return suggest
  },
  checkImage: async (openid, url) => {
    const asked = { version: 2, scene: 3, openid, media_type: 2, media_url: url }
    const { trace_id } = read((await call('/wxa/media_check_async', asked)).text)
    if (typeof trace_id !== 'string' || trace_id === '') throw new PlatformFailure('garbled')
    return trace_id
  },
})
