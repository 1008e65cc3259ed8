import { msgidOf, read, send } from './platform-call.ts'
import { type TokenShare, tokenKeeper, withToken } from './token-keeper.ts'
import { stableToken } from './wechat.ts'

/** The town's service account (服务号): template messages to its followers. */
export type ServiceAccount = {
  /** Answers the msgid. The same `id` within ten minutes is sent once. */
  sendTemplate: (message: ServiceMessage) => Promise<string>
}

export type ServiceMessage = {
  /** At most 32 characters. */
  id: string
  openid: string
  templateId: string
  page: string
  fields: Record<string, string>
}

type Options = {
  baseUrl: string
  appid: string
  secret: string
  /** AppID of the mini-program that the message opens. */
  miniAppid: string
  timeoutMs?: number
  share?: TokenShare | undefined
}

export const createServiceAccount = (options: Options): ServiceAccount => {
  const { baseUrl, appid, secret, miniAppid, timeoutMs = 5000, share } = options
  const held = withToken(tokenKeeper(stableToken(baseUrl, { appid, secret }, timeoutMs), share))
  return {
    sendTemplate: ({ id, openid, templateId, page, fields }) =>
      held(async token => {
        const url = `${baseUrl}/cgi-bin/message/template/send?access_token=${encodeURIComponent(token)}`
        const body = {
          touser: openid,
          template_id: templateId,
          miniprogram: { appid: miniAppid, pagepath: page },
          data: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }])),
          client_msg_id: id,
        }
        const { text } = await send(url, body, { timeoutMs })
        read(text)
        return msgidOf(text)
      }),
  }
}
