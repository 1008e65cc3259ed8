import type { DueAlert } from '@huiyin/db/alerts/queries.ts'
import { alertPage, kindOfAlert } from '@huiyin/shared/alerts/alert-kinds.ts'
import { toField } from '@huiyin/shared/alerts/template-fields.ts'
import { WechatFailure } from '../core/adapters/wechat.ts'
import type { Outside } from '../core/outside.ts'

/** What became of one attempt. `later`: try again; `spent`: nothing left to send with; `never`: give up. */
export type Outcome =
  | { is: 'sent'; msgid: string | null }
  | { is: 'later'; code: string; afterSeconds: number }
  | { is: 'spent'; code: string }
  | { is: 'never'; code: string; ourFault: boolean }

type World = Pick<Outside, 'wechat' | 'env' | 'log'>

/** Sends one alert as a WeChat subscribe message, where a permit is left. Never throws. */
export const sendByWechat = async ({ wechat, env }: World, alert: DueAlert, now: Date): Promise<Outcome> => {
  const template = alert.template ? env.TEMPLATES[alert.template] : undefined
  if (!template) return { is: 'never', code: 'no-template', ourFault: false }
  if (!alert.openid) return { is: 'never', code: 'no-openid', ourFault: false }
  if (alert.refused || (!template.lasting && alert.left <= 0))
    return { is: 'never', code: 'no-permit', ourFault: false }
  try {
    const msgid = await wechat.sendSubscribe({
      openid: alert.openid,
      templateId: template.id,
      page: alertPage(alert.kind, alert.fill),
      fields: fieldsOf(template.fields, alert, now),
    })
    return { is: 'sent', msgid: msgid || null }
  } catch (error) {
    return outcomeOf(error instanceof WechatFailure ? error.code : 'bug', { ...alert, lasting: template.lasting })
  }
}

const fieldsOf = (keys: Record<string, string>, { kind, fill }: DueAlert, now: Date): Record<string, string> => {
  const values: Record<string, string | Date> = {
    number: fill.number,
    kind: fill.kind,
    place: fill.place,
    phrase: kindOfAlert(kind).phrase,
    due: fill.dueAt ? new Date(fill.dueAt) : now,
    at: now,
  }
  return Object.fromEntries(Object.entries(keys).map(([key, what]) => [key, toField(key, values[what] ?? '')]))
}

/** Nobody knows whether the message arrived. */
const unsure = new Set(['timeout', 'reset'])
const transient = new Set([
  ...['-1', '40001', '40014', '42001', '45011', '43108', '44990', '44991'],
  ...['http', 'network', 'garbled', 'no-token'],
])
const gone = new Set(['43101', '40003', '50002'])
/** Tries about four hours: 2 s, 4 s, 8 s … at most half an hour apart. */
const mostAttempts = 18

type Tried = Pick<DueAlert, 'attempts' | 'urgent' | 'left'> & { code: string | null; lasting: boolean }

/** Classes of WeChat's error codes: what to do after `code`. */
export const outcomeOf = (code: string, tried: Tried): Outcome => {
  // The try before, whose answer got lost, had arrived and used the last permit.
  if (code === '43101' && unsure.has(tried.code ?? '')) return { is: 'sent', msgid: null }
  if (gone.has(code)) return { is: 'spent', code }
  const again: Outcome = {
    is: 'later',
    code,
    afterSeconds: code === '45009' ? 3600 : Math.min(2 ** tried.attempts, 1800),
  }
  if (unsure.has(code)) return mayRepeat(tried) ? again : { is: 'never', code, ourFault: false }
  if (code !== '45009' && !transient.has(code)) return { is: 'never', code, ourFault: true }
  return tried.attempts < mostAttempts ? again : { is: 'never', code, ourFault: false }
}

/** With the last permit a message cannot arrive twice. Otherwise one repeat, and only where minutes count. */
const mayRepeat = ({ attempts, urgent, left, lasting, code }: Tried) =>
  attempts < mostAttempts && ((!lasting && left <= 1) || (urgent && !unsure.has(code ?? '')))
