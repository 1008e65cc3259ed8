import { PlatformFailure, read, send } from './platform-call.ts'
import { type TokenShare, tokenKeeper, withToken } from './token-keeper.ts'

/** WeCom (企业微信): messages to members, and to groups by their robots. */
export type Wecom = {
  /** A card that opens the mini-program; answers its msgid. `title` and `description` of 4–12 characters. */
  sendNotice: (notice: Notice) => Promise<string>
  /** A text of at most 2,048 bytes to the group behind the robot's key; mentions members by their user ids. */
  sendToGroup: (key: string, content: string, mentioned: readonly string[]) => Promise<void>
}

export type Notice = {
  userid: string
  page: string
  title: string
  description: string
  items: { key: string; value: string }[]
}

type Options = {
  baseUrl: string
  corpid: string
  secret: string
  agentid: number
  /** AppID of the mini-program that the card opens. */
  appid: string
  timeoutMs?: number
  share?: TokenShare | undefined
}

/** Longer than the sender ever retries: the same card twice is dropped by the platform. */
const duplicateSeconds = 4 * 3600

export const createWecom = (options: Options): Wecom => {
  const { baseUrl, corpid, secret, agentid, appid, timeoutMs = 5000, share } = options
  const fetchToken = async () => {
    const query = new URLSearchParams({ corpid, corpsecret: secret })
    const { text } = await send(`${baseUrl}/cgi-bin/gettoken?${query}`, undefined, { timeoutMs }).catch(() =>
      Promise.reject(new PlatformFailure('no-token')),
    )
    const { access_token, expires_in } = read(text)
    if (typeof access_token !== 'string') throw new PlatformFailure('no-token')
    return { value: access_token, seconds: Number(expires_in) || 0 }
  }
  const held = withToken(tokenKeeper(fetchToken, share))
  const post = async (path: string, body: object) => read((await send(`${baseUrl}${path}`, body, { timeoutMs })).text)
  return {
    sendNotice: ({ userid, items, ...shown }) =>
      held(async token => {
        const notice = { appid, ...shown, emphasis_first_item: false, content_item: items }
        const message = { touser: userid, agentid, msgtype: 'miniprogram_notice', miniprogram_notice: notice }
        const check = { enable_duplicate_check: 1, duplicate_check_interval: duplicateSeconds }
        const reply = await post(`/cgi-bin/message/send?access_token=${encodeURIComponent(token)}`, {
          ...message,
          ...check,
        })
        // A partial failure still answers 0: here the one receiver is all.
        if (reply.invaliduser) throw new PlatformFailure('60111')
        return String(reply.msgid ?? '')
      }),
    sendToGroup: async (key, content, mentioned) => {
      const text = { content, mentioned_list: mentioned }
      await post(`/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`, { msgtype: 'text', text })
    },
  }
}
