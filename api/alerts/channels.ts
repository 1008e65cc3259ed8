import type { DueAlert } from '@huiyin/db/alerts/delivery-queries.ts'
import { alertPage, kindOf } from '@huiyin/shared/alerts/alert-kind.ts'
import { toField } from '@huiyin/shared/alerts/template-fields.ts'
import type { TemplateChannel, TemplateConfig } from '../core/env.ts'
import type { Outside } from '../core/outside.ts'
import { about } from '../core/secrets.ts'
import { groupText, noticeOf } from './cards.ts'

/** How much may go out in a window of time; `name` tells apart who counts together. */
export type Quota = { name: string; seconds: number; most: number }

/** One way to people, the same for all: is it there, how much may it carry, and the sending itself. */
export type ChannelAdapter = {
  /** Why this alert cannot go this way; undefined when it can. */
  unfit: (outside: Outside, alert: DueAlert) => string | undefined
  quotas: (alert: DueAlert) => Quota[]
  /** Sends one message that tells of these alerts (one, or all that wait for a group); answers the channel's msgid. */
  send: (outside: Outside, alerts: readonly [DueAlert, ...DueAlert[]], now: Date) => Promise<string>
}

const none = () => []

export const templateOf = ({ env }: Outside, { channel, template }: DueAlert): TemplateConfig | undefined => {
  const configured = env.TEMPLATES[channel as TemplateChannel]
  return template && configured ? configured[template] : undefined
}

const fieldsOf = (keys: Record<string, string>, { kind, fill }: DueAlert, now: Date): Record<string, string> => {
  const values: Record<string, string | Date> = {
    number: fill.number,
    kind: fill.kind,
    place: fill.place,
    phrase: kindOf(kind).phrase,
    due: fill.dueAt ? new Date(fill.dueAt) : now,
    at: now,
  }
  return Object.fromEntries(Object.entries(keys).map(([key, what]) => [key, toField(key, values[what] ?? '')]))
}

/** Of a channel whose messages are templates: what `send` needs, once `unfit` has let it through. */
const filled = (outside: Outside, alert: DueAlert, now: Date) => {
  const { id = '', fields = {} } = templateOf(outside, alert) ?? {}
  return { templateId: id, page: alertPage(alert.kind, alert.matterId), fields: fieldsOf(fields, alert, now) }
}

const wechat: ChannelAdapter = {
  unfit: (outside, alert) => {
    const template = templateOf(outside, alert)
    if (!template) return 'no-template'
    if (!alert.openid) return 'no-openid'
    return alert.refused || (!template.lasting && alert.left <= 0) ? 'no-permit' : undefined
  },
  quotas: none,
  send: (outside, [alert], now) =>
    outside.wechat.sendSubscribe({ openid: alert.openid ?? '', ...filled(outside, alert, now) }),
}

const employee: ChannelAdapter = {
  unfit: (outside, alert) => (templateOf(outside, alert) ? undefined : 'no-template'),
  quotas: none,
  send: (outside, [alert], now) =>
    outside.wechat.sendEmployee({ openid: alert.openid ?? '', ...filled(outside, alert, now) }),
}

const service: ChannelAdapter = {
  unfit: (outside, alert) => (outside.serviceAccount && templateOf(outside, alert) ? undefined : 'not-set-up'),
  quotas: () => [{ name: 'service', seconds: 86_400, most: 100_000 }],
  send: async ({ serviceAccount, ...outside }, [alert], now) => {
    const id = alert.id.replaceAll('-', '')
    const filling = filled({ ...outside, serviceAccount }, alert, now)
    return (await serviceAccount?.sendTemplate({ id, openid: alert.serviceOpenid ?? '', ...filling })) ?? ''
  },
}

/** More than 30 a minute or 1,000 an hour to one member are dropped by the platform without a word. */
const wecom: ChannelAdapter = {
  unfit: ({ wecom }) => (wecom ? undefined : 'not-set-up'),
  quotas: ({ wecomUserid }) => [
    { name: `wecom ${wecomUserid} minute`, seconds: 60, most: 30 },
    { name: `wecom ${wecomUserid} hour`, seconds: 3600, most: 1000 },
  ],
  send: async ({ wecom }, [alert], now) =>
    (await wecom?.sendNotice({ userid: alert.wecomUserid ?? '', ...noticeOf(alert, now) })) ?? '',
}

const robot: ChannelAdapter = {
  unfit: ({ wecom }, { robotKey }) => (wecom && robotKey ? undefined : 'not-set-up'),
  quotas: ({ robotArea }) => [{ name: `robot ${robotArea}`, seconds: 60, most: 20 }],
  send: async ({ wecom, keys }, alerts) => {
    const [{ robotKey, robotArea }] = alerts
    const mentioned = [...new Set(alerts.flatMap(it => it.wecomUserid ?? []))]
    await wecom?.sendToGroup(keys.open(robotKey ?? '', about.robot(robotArea ?? '')), groupText(alerts), mentioned)
    return ''
  },
}

const sms: ChannelAdapter = {
  unfit: (outside, alert) => (outside.sms && templateOf(outside, alert) ? undefined : 'not-set-up'),
  quotas: ({ recipientId }) => [{ name: `sms ${recipientId}`, seconds: 3600, most: 10 }],
  send: async (outside, [alert], now) => {
    const { templateId, fields } = filled(outside, alert, now)
    const phone = outside.keys.open(alert.phoneCipher ?? '', about.phone(alert.recipientId))
    return (await outside.sms?.sendText({ id: alert.id, phone, template: templateId, values: fields })) ?? ''
  },
}

export const channels: Record<DueAlert['channel'], ChannelAdapter> = { wechat, employee, service, wecom, robot, sms }
