import { accept, isRecord, refuse, textOf } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { countUse } from './quotas.ts'

/** Bytes of UTF-8 that the text of each kind may have. */
const MAX_BYTES: Record<string, number> = { text: 2048, markdown: 4096, markdown_v2: 4096 }
const OTHER_KINDS = ['image', 'news', 'file', 'voice', 'template_card']

function send(fake: Fake, asked: Asked): Response {
  const { key = '' } = asked.query
  if (!fake.settings.wecom.robotKeys.includes(key)) return refuse(93000, 'invalid webhook url')
  const exceeded = countUse(fake, 'messages of one robot', key)
  if (exceeded) return refuse(exceeded.errcode, 'api freq out of limit')
  const msgtype = textOf(asked.body, 'msgtype')
  const content = asked.body[msgtype]
  const most = MAX_BYTES[msgtype]
  if ((!most && !OTHER_KINDS.includes(msgtype)) || !isRecord(content)) return refuse(40008, 'invalid message type')
  if (most) {
    const written = textOf(content, 'content')
    if (written === '') return refuse(44004, 'empty content')
    if (Buffer.byteLength(written) > most) return refuse(40058, `${msgtype}.content exceed max length ${most}`)
  }
  fake.state.sent.push({ channel: 'robot', arrivedAt: asked.arrivedAt, key, msgtype, content })
  return accept()
}

export const wecomRobotEndpoints: Endpoint[] = [
  { host: 'qyapi.weixin.qq.com', path: '/cgi-bin/webhook/send', method: 'POST', token: 'none', handle: send },
]
