import { accept, isRecord, refuse, textOf } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { shownValues } from './subscribe.ts'

/** The person agrees to the staff relation (用工关系) and subscribes to these templates; adds to earlier ones. */
export function bindEmployee(fake: Fake, openid: string, templateIds: string[]): void {
  const { employees, visits } = fake.state
  if (!visits.has(openid)) visits.set(openid, undefined)
  employees.set(openid, new Set([...(employees.get(openid) ?? []), ...templateIds]))
}

/** `data` is a JSON text with an inner `data` of `{ key: { value } }`; undefined for anything else. */
function readValues(text: unknown): Record<string, string> | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const outer: unknown = JSON.parse(text)
    if (!isRecord(outer) || !isRecord(outer.data)) return undefined
    const held = Object.values(outer.data)
    const whole = held.length > 0 && held.every(each => isRecord(each) && typeof each.value === 'string')
    return whole ? shownValues(outer.data) : undefined
  } catch {
    return undefined
  }
}

function send(fake: Fake, asked: Asked): Response {
  const openid = textOf(asked.body, 'touser')
  const templateId = textOf(asked.body, 'template_id')
  const page = asked.body.page
  if (!fake.settings.employeePermission) return refuse(43104, 'no permission')
  const template = fake.settings.templates[templateId]
  const values = readValues(asked.body.data)
  if (!template || !values || Object.keys(template.fields).some(key => !values[key])) {
    return refuse(40097, 'invalid args')
  }
  if (!fake.state.visits.has(openid)) return refuse(40257, 'openid cannot be decoded')
  const subscribed = fake.state.employees.get(openid)
  if (!subscribed) return refuse(40256, 'user not bound')
  if (!subscribed.has(templateId)) return refuse(50001, 'user has not subscribed the template')
  fake.state.sent.push({
    channel: 'employee',
    arrivedAt: asked.arrivedAt,
    openid,
    templateId,
    title: template.title,
    page: typeof page === 'string' ? page : undefined,
    values,
  })
  return accept()
}

function unbind(fake: Fake, asked: Asked): Response {
  const openids = asked.body.openid_list
  if (!Array.isArray(openids)) return refuse(40097, 'invalid args')
  for (const openid of openids) fake.state.employees.delete(String(openid))
  return accept()
}

const host = 'api.weixin.qq.com'
export const employeeEndpoints: Endpoint[] = [
  {
    host,
    path: '/cgi-bin/message/wxopen/employeerelationmsg/send',
    method: 'POST',
    token: 'mini-program',
    handle: send,
  },
  { host, path: '/wxa/business/unbinduserb2cauthinfo', method: 'POST', token: 'mini-program', handle: unbind },
]
