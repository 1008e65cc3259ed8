import * as z from 'zod/mini'
import { At, Id } from '../core/fields.ts'
import { AlertState, Channel } from './alert.ts'

/** Ways to a person as the staff read them. */
export const channelNames: Record<Channel, string> = {
  inbox: '小程序消息',
  employee: '工作提醒',
  wechat: '微信提醒',
  service: '服务号',
  wecom: '企业微信',
  robot: '工作群',
  sms: '短信',
  phone: '电话',
}

/** Why a channel did not reach somebody, in words that help; anything else is for the operator. */
const reasons: Record<string, string> = {
  'no-permit': '提醒次数用完了',
  'no-openid': '还没有打开过小程序',
  'no-template': '没有开通',
  'not-set-up': '没有开通',
  '43101': '提醒次数用完了',
  '43004': '没有关注服务号',
  '40256': '没有开通工作提醒',
  '50001': '没有开通工作提醒',
  '81013': '企业微信里没有此人',
  '60111': '企业微信里没有此人',
  'sms-number': '手机号不对',
  quota: '发得太多，稍后再发',
  withdrawn: '已经不需要了',
  timeout: '不知道送到没有',
  reset: '不知道送到没有',
  crash: '不知道送到没有',
}
export const reasonOf = (code: string | null): string | null => (code === null ? null : (reasons[code] ?? '没有送到'))

/** One way by which one member of the staff was told of a matter, and what became of it. */
export const Told = z.object({
  id: Id,
  to: z.string(),
  title: z.string(),
  channel: Channel,
  state: AlertState,
  why: z.nullable(z.string()),
  attempts: z.int(),
  at: At,
  sentAt: z.nullable(At),
  readAt: z.nullable(At),
})
export type Told = z.infer<typeof Told>

/** An office number to ring when nobody answers. */
export const DutyPhone = z.object({ title: z.string(), phone: z.string() })
export type DutyPhone = z.infer<typeof DutyPhone>

/** What came of a call by hand: somebody was reached, or nobody answered. */
export const CallResult = z.enum(['reached', 'no-answer'])
export type CallResult = z.infer<typeof CallResult>

/**
 * A call to be made by hand: whom to reach, about which matter; whether he has left a number; how often nobody answered, and when last.
 */
export const Call = z.object({
  id: Id,
  reportId: Id,
  number: z.string(),
  kind: z.string(),
  place: z.string(),
  who: z.string(),
  at: At,
  hasPhone: z.boolean(),
  tries: z.int(),
  triedAt: z.nullable(At),
})
export type Call = z.infer<typeof Call>

/** How delivery stands. Seconds: how long the oldest has waited. */
export const Health = z.object({
  waiting: z.int(),
  oldestSeconds: z.int(),
  dead: z.int(),
  climbing: z.int(),
  failures: z.array(z.object({ channel: Channel, code: z.string(), why: z.string(), count: z.int() })),
})
export type Health = z.infer<typeof Health>
