import { setTimeout as sleep } from 'node:timers/promises'
import { accept, answer, isRecord, refuse, textOf } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { pushLater } from './push.ts'
import { firstBadField } from './template-fields.ts'
import type { Template } from './templates.ts'

export type PopupAnswer = 'accept' | 'reject' | 'ban' | 'filter'

/** How many one-time messages of the template the person may still get. */
export function creditOf(fake: Fake, openid: string, templateId: string): number {
  return fake.state.credits.get(openid)?.get(templateId) ?? 0
}

/** Sets the credits; for a long-term template any number above 0 is consent, 0 a refusal. */
export function setCredit(fake: Fake, openid: string, templateId: string, n: number): void {
  const { credits, consents, visits } = fake.state
  if (!visits.has(openid)) visits.set(openid, undefined)
  if (fake.settings.templates[templateId]?.type === 3) {
    const agreed = consents.get(openid) ?? new Set()
    if (n > 0) agreed.add(templateId)
    else agreed.delete(templateId)
    consents.set(openid, agreed)
    return
  }
  credits.set(openid, (credits.get(openid) ?? new Map()).set(templateId, n))
}

/** The person answers the pop-up: credits move and the popup event is pushed, as on a phone. */
export function answerPopup(fake: Fake, openid: string, results: Record<string, PopupAnswer>): void {
  for (const [templateId, result] of Object.entries(results)) {
    const longTerm = fake.settings.templates[templateId]?.type === 3
    if (result === 'accept') setCredit(fake, openid, templateId, creditOf(fake, openid, templateId) + 1)
    // Credits collected by earlier taps survive a refusal of this one; a long-term consent does not.
    if (result === 'reject' && longTerm) setCredit(fake, openid, templateId, 0)
  }
  const items = Object.entries(results)
    .filter(([, result]) => result === 'accept' || result === 'reject')
    .map(([TemplateId, SubscribeStatusString]) => ({ TemplateId, SubscribeStatusString, PopupScene: '0' }))
  if (items.length > 0) pushLater(fake, { event: 'subscribe_msg_popup_event', from: openid, list: items })
}

/** The person refuses templates later, in the card's own menu: nothing is left, and the change event is pushed. */
export function refuseTemplates(fake: Fake, openid: string, templateIds: string[]): void {
  for (const templateId of templateIds) setCredit(fake, openid, templateId, 0)
  const items = templateIds.map(TemplateId => ({ TemplateId, SubscribeStatusString: 'reject' }))
  pushLater(fake, { event: 'subscribe_msg_change_event', from: openid, list: items })
}

/** 41030 where the page is malformed or not in the published version. */
export function pageExists(fake: Fake, page: string): boolean {
  const path = page.split('?')[0] as string
  return path !== '' && !path.startsWith('/') && (fake.settings.pages?.includes(path) ?? true)
}

function refuseMessage(fake: Fake, asked: Asked, template: Template | undefined): Response | undefined {
  const { touser, page, data: values, miniprogram_state } = asked.body
  if (!fake.state.visits.has(String(touser))) return refuse(40003, 'invalid openid')
  if (!template) return refuse(40037, 'invalid template_id')
  if (page !== undefined && !(typeof page === 'string' && pageExists(fake, page))) return refuse(41030, 'invalid page')
  const state = miniprogram_state ?? 'formal'
  if (!['developer', 'trial', 'formal'].includes(String(state))) {
    return refuse(47003, 'argument invalid! miniprogram_state')
  }
  if (!isRecord(values)) return refuse(47003, 'argument invalid! data')
  const bad = firstBadField(template, values)
  if (bad) return refuse(47003, `argument invalid! data.${bad}.value invalid`)
  const written = Object.values(shownValues(values)).join(' ')
  if (fake.settings.riskyWords.some(word => written.includes(word))) return refuse(45168, 'sensitive words')
  return undefined
}

export function shownValues(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, held]) => [key, (held as { value: string }).value]))
}

/** Takes one credit, or sees that a long-term consent stands. */
function takeCredit(fake: Fake, openid: string, templateId: string, template: Template): boolean {
  if (template.type === 3) return fake.state.consents.get(openid)?.has(templateId) ?? false
  const credit = creditOf(fake, openid, templateId)
  if (credit > 0) setCredit(fake, openid, templateId, credit - 1)
  return credit > 0
}

async function send(fake: Fake, asked: Asked): Promise<Response> {
  const openid = textOf(asked.body, 'touser')
  const templateId = textOf(asked.body, 'template_id')
  const template = fake.settings.templates[templateId]
  const refusal = refuseMessage(fake, asked, template)
  if (refusal || !template) return refusal ?? refuse(40037)
  const { sending } = fake.state
  if (sending.has(openid)) return refuse(43108, 'concurrent sends to the same user')
  sending.add(openid)
  await sleep(fake.settings.sendMs)
  sending.delete(openid)
  if (!takeCredit(fake, openid, templateId, template)) return refuse(43101, 'user refuse to accept the msg')
  return deliver(fake, asked, template)
}

function deliver(fake: Fake, asked: Asked, template: Template): Response {
  const { state } = fake
  const [openid, templateId] = [textOf(asked.body, 'touser'), textOf(asked.body, 'template_id')]
  const msgid = String(state.nextMsgid)
  state.nextMsgid += 1n
  state.sent.push({
    channel: 'subscribe',
    arrivedAt: asked.arrivedAt,
    msgid,
    openid,
    templateId,
    title: template.title,
    page: asked.body.page as string | undefined,
    miniprogramState: textOf(asked.body, 'miniprogram_state') || 'formal',
    values: shownValues(asked.body.data as Record<string, unknown>),
  })
  const item = { TemplateId: templateId, MsgID: msgid, ErrorCode: '0', ErrorStatus: 'success' }
  pushLater(fake, { event: 'subscribe_msg_sent_event', from: openid, list: [item] })
  // Written by hand: the platform gives a number that no JavaScript number can hold.
  return answer(`{"errcode":0,"errmsg":"ok","msgid":${msgid}}`)
}

function listTemplates(fake: Fake): Response {
  const templates = Object.entries(fake.settings.templates).map(([priTmplId, template]) => ({
    priTmplId,
    title: template.title,
    content: Object.keys(template.fields)
      .map(key => `${template.labels?.[key] ?? key}:{{${key}.DATA}}\n`)
      .join(''),
    example: '',
    type: template.type,
    keywordEnumValueList: Object.entries(template.enumValues ?? {}).map(([key, enumValueList]) => ({
      keywordCode: `${key}.DATA`,
      enumValueList,
    })),
  }))
  return accept({ data: templates })
}

const host = 'api.weixin.qq.com'
export const subscribeEndpoints: Endpoint[] = [
  { host, path: '/cgi-bin/message/subscribe/send', method: 'POST', token: 'mini-program', handle: send },
  { host, path: '/wxaapi/newtmpl/gettemplate', method: 'GET', token: 'mini-program', handle: listTemplates },
]
