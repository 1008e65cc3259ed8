import { answer, isRecord, refuse, textOf } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { shownValues } from './subscribe.ts'
import { firstBadField } from './template-fields.ts'

const REPEAT_MS = 600_000

/** What the sender's own id of this message led to within the last ten minutes. */
function sentBefore(fake: Fake, id: string, at: Date): string | undefined {
  const before = fake.state.serviceIds.get(id)
  return id && before && at.getTime() - before.at.getTime() < REPEAT_MS ? before.msgid : undefined
}

function send(fake: Fake, asked: Asked): Response {
  const { body, arrivedAt } = asked
  const [openid, templateId, id] = [textOf(body, 'touser'), textOf(body, 'template_id'), textOf(body, 'client_msg_id')]
  const template = fake.settings.templates[templateId]
  if (!fake.settings.service.followers.includes(openid)) return refuse(43004, 'require subscribe')
  if (!template) return refuse(40037, 'invalid template_id')
  if (!isRecord(body.data)) return refuse(47003, 'argument invalid! data')
  const bad = firstBadField(template, body.data)
  if (bad) return refuse(47003, `argument invalid! data.${bad}.value invalid`)
  const mini = body.miniprogram
  if (mini !== undefined && !(isRecord(mini) && mini.appid === fake.settings.appid))
    return refuse(40013, 'invalid appid')
  const repeated = sentBefore(fake, id, arrivedAt)
  const msgid = repeated ?? String(fake.state.nextMsgid)
  if (!repeated) {
    fake.state.nextMsgid += 1n
    fake.state.serviceIds.set(id, { msgid, at: arrivedAt })
    const page = isRecord(mini) ? textOf(mini, 'pagepath') : undefined
    const values = shownValues(body.data)
    fake.state.sent.push({ channel: 'service', arrivedAt, msgid, openid, templateId, page, values })
  }
  return answer(`{"errcode":0,"errmsg":"ok","msgid":${msgid}}`)
}

export const serviceEndpoints: Endpoint[] = [
  { host: 'api.weixin.qq.com', path: '/cgi-bin/message/template/send', method: 'POST', token: 'service', handle: send },
]
