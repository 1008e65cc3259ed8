import { accept, isRecord, randomText, refuse, textOf } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { spendCode } from './login.ts'
import { countUse } from './quotas.ts'
import { issueToken, secondsLeft } from './token.ts'

const KINDS = ['text', 'markdown', 'textcard', 'miniprogram_notice', 'template_card', 'news', 'image', 'file']
const bytes = (text: string) => Buffer.byteLength(text)
const within = (text: string, least: number, most: number) => {
  const length = [...text].length
  return length >= least && length <= most
}

/** The refusal that a WeCom token meets, or undefined when it is good. */
export function refuseWecomToken(fake: Fake, value: string | undefined): Response | undefined {
  if (!value) return refuse(41001, 'access_token missing')
  const token = fake.state.wecomTokens.get(value)
  if (!token) return refuse(40014, 'invalid access_token')
  return secondsLeft(fake, token) <= 0 ? refuse(42001, 'access_token expired') : undefined
}

function getToken(fake: Fake, asked: Asked): Response {
  const { corpid, corpsecret } = asked.query
  if (corpid !== fake.settings.wecom.corpid) return refuse(40013, 'invalid corpid')
  if (corpsecret !== fake.settings.wecom.corpsecret) return refuse(40001, 'invalid credential')
  const { wecomTokens } = fake.state
  const held = [...wecomTokens].find(([, token]) => secondsLeft(fake, token) > 0)
  const value = held?.[0] ?? issueToken(fake, wecomTokens)
  const token = wecomTokens.get(value)
  return accept({ access_token: value, expires_in: token ? secondsLeft(fake, token) : 0 })
}

/** The documented bounds of the kinds that carry words; other kinds are taken as they are. */
function contentFits(msgtype: string, content: Record<string, unknown>): boolean {
  if (msgtype === 'text' || msgtype === 'markdown') {
    const length = bytes(textOf(content, 'content'))
    return length > 0 && length <= 2048
  }
  if (msgtype === 'textcard') {
    const [title, description] = [textOf(content, 'title'), textOf(content, 'description')]
    return title !== '' && bytes(title) <= 128 && bytes(description) <= 512 && within(textOf(content, 'btntxt'), 0, 4)
  }
  if (msgtype === 'miniprogram_notice') return noticeFits(content)
  return true
}

function noticeFits(notice: Record<string, unknown>): boolean {
  const items = notice.content_item ?? []
  const description = textOf(notice, 'description')
  return (
    textOf(notice, 'appid') !== '' &&
    bytes(textOf(notice, 'page')) <= 1024 &&
    within(textOf(notice, 'title'), 4, 12) &&
    (description === '' || within(description, 4, 12)) &&
    Array.isArray(items) &&
    items.length <= 10 &&
    items.every(item => isRecord(item) && within(textOf(item, 'key'), 1, 10) && within(textOf(item, 'value'), 1, 30))
  )
}

/** True when the same content went to the same person within the asked interval. */
function isDuplicate(fake: Fake, asked: Asked, userid: string, content: unknown): boolean {
  if (asked.body.enable_duplicate_check !== 1) return false
  const seconds = Math.min(Number(asked.body.duplicate_check_interval ?? 1800), 14_400)
  const key = `${userid} ${JSON.stringify(content)}`
  const last = fake.state.wecomRecent.get(key)
  if (last && asked.arrivedAt.getTime() - last.getTime() < seconds * 1000) return true
  fake.state.wecomRecent.set(key, asked.arrivedAt)
  return false
}

function refuseMessage(fake: Fake, asked: Asked, msgtype: string, wanted: string[]): Response | undefined {
  const content = asked.body[msgtype]
  const { wecom } = fake.settings
  if (!wecom.trustedIp) return refuse(60020, 'not allow to access from your ip')
  if (asked.body.agentid !== wecom.agentid) return refuse(40056, 'invalid agentid')
  if (!KINDS.includes(msgtype) || !isRecord(content)) return refuse(40008, 'invalid message type')
  if (!contentFits(msgtype, content)) return refuse(40058, `${msgtype} exceed max length`)
  if (wanted.length > 1000) return refuse(40031, 'invalid userid list')
  if (!wanted.some(userid => wecom.members.includes(userid))) return refuse(81013, 'user & party & tag all invalid')
  return undefined
}

function send(fake: Fake, asked: Asked): Response {
  const msgtype = textOf(asked.body, 'msgtype')
  const touser = textOf(asked.body, 'touser')
  const { members } = fake.settings.wecom
  const wanted = touser === '@all' ? members : [...new Set(touser.split('|').filter(Boolean))]
  const refusal = refuseMessage(fake, asked, msgtype, wanted)
  if (refusal) return refusal
  const content = asked.body[msgtype]
  const due = wanted.filter(userid => members.includes(userid) && !isDuplicate(fake, asked, userid, content))
  const dropped = due.filter(userid => countUse(fake, 'messages to one member', userid))
  const userids = due.filter(userid => !dropped.includes(userid))
  const msgid = randomText(40)
  if (due.length > 0) {
    const { arrivedAt } = asked
    fake.state.sent.push({ channel: 'wecom', arrivedAt, msgid, userids, dropped, msgtype, content })
  }
  const invaliduser = wanted.filter(userid => !members.includes(userid)).join('|')
  return accept({ invaliduser, invalidparty: '', invalidtag: '', msgid })
}

function codeToMember(fake: Fake, asked: Asked): Response {
  const code = spendCode(fake, fake.state.staffCodes, asked.query.js_code ?? '')
  if (typeof code === 'number') return refuse(40029, 'invalid code')
  return accept({ corpid: fake.settings.wecom.corpid, userid: code.owner, session_key: randomText(24) })
}

const host = 'qyapi.weixin.qq.com'
export const wecomEndpoints: Endpoint[] = [
  { host, path: '/cgi-bin/gettoken', method: 'GET', token: 'none', handle: getToken },
  { host, path: '/cgi-bin/message/send', method: 'POST', token: 'wecom', handle: send },
  { host, path: '/cgi-bin/miniprogram/jscode2session', method: 'GET', token: 'wecom', handle: codeToMember },
]
