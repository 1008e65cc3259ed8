/** A code that is good for one use within five minutes: of a login, a phone number, or a WeCom login. */
export type OneTimeCode = { owner: string; issuedAt: Date; used: boolean }

export type Token = { expiresAt: Date; killed: boolean }

/** A message that reached somebody, in the order of arrival. */
export type SentMessage =
  | {
      channel: 'subscribe'
      arrivedAt: Date
      msgid: string
      openid: string
      templateId: string
      title: string
      page?: string
      miniprogramState: string
      /** The shown values by WeChat's key: `{ thing1: '楼道漏水' }`. */
      values: Record<string, string>
    }
  | {
      channel: 'employee'
      arrivedAt: Date
      openid: string
      templateId: string
      title: string
      page?: string
      values: Record<string, string>
    }
  | {
      channel: 'service'
      arrivedAt: Date
      msgid: string
      openid: string
      templateId: string
      page?: string
      values: Record<string, string>
    }
  | { channel: 'robot'; arrivedAt: Date; key: string; msgtype: string; content: unknown }
  | {
      channel: 'wecom'
      arrivedAt: Date
      msgid: string
      /** Those who got it; `dropped` were over their 30 a minute or 1,000 an hour, and the sender is not told. */
      userids: string[]
      dropped: string[]
      msgtype: string
      content: unknown
    }

/** A request for a content check, with the verdict. `traceId` joins it to the pushed result of a picture. */
export type ContentCheck = {
  kind: 'text' | 'media'
  arrivedAt: Date
  openid: string
  scene: number
  traceId: string
  /** The text, or the address of the picture. */
  content: string
  suggest?: 'pass' | 'review' | 'risky'
  /** Size of the downloaded picture in bytes; undefined while waiting or when the download failed. */
  bytes?: number
}

/** Any request to one of the platform's hosts; `body` is the text as received. */
export type Call = { method: string; host: string; path: string; arrivedAt: Date; body: string }

export type PushAttempt = { at: Date; outcome: number | 'timeout' | 'unreachable'; reply: string }

export type PushRecord = {
  event: string
  /** The message in clear, as JSON or XML text. */
  message: string
  /** Address with query, and body, as sent. */
  url: string
  body: string
  attempts: PushAttempt[]
  delivered: boolean
}

export type MadeCode = { scene: string; page: string; madeAt: Date }
export type MadeLink = { path: string; query: string; expiresAt: Date }

/** Everything the fake remembers; thrown away by `reset`. */
export function newState() {
  return {
    /** Who ever came, and when last. */
    visits: new Map<string, Date | undefined>(),
    loginCodes: new Map<string, OneTimeCode>(),
    sessionKeys: new Map<string, string>(),
    phoneCodes: new Map<string, OneTimeCode & { phoneNumber: string; countryCode: string }>(),
    staffCodes: new Map<string, OneTimeCode>(),
    tokens: new Map<string, Token>(),
    stableToken: '',
    plainToken: '',
    forcedAt: undefined as Date | undefined,
    wecomTokens: new Map<string, Token>(),
    serviceTokens: new Map<string, Token>(),
    /** Messages of the service account by the sender's own id: the same again within ten minutes is not sent. */
    serviceIds: new Map<string, { msgid: string; at: Date }>(),
    /** Remaining one-time messages, openid → template id → count. */
    credits: new Map<string, Map<string, number>>(),
    /** Consents to long-term templates, openid → template ids. */
    consents: new Map<string, Set<string>>(),
    sending: new Set<string>(),
    /** Bound staff, openid → subscribed template ids. */
    employees: new Map<string, Set<string>>(),
    sent: [] as SentMessage[],
    checks: [] as ContentCheck[],
    calls: [] as Call[],
    pushes: [] as PushRecord[],
    codes: [] as MadeCode[],
    links: new Map<string, MadeLink>(),
    /** Uses in the running window of each limit. */
    uses: new Map<string, { window: number; count: number }>(),
    /** Contents lately sent to a WeCom member, for the duplicate check. */
    wecomRecent: new Map<string, Date>(),
    nextMsgid: 3248682510344192008n,
  }
}

export type FakeState = ReturnType<typeof newState>
