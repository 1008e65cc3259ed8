import type { Env, TemplateConfig } from '@huiyin/api/core/env.ts'
import type { Outside } from '@huiyin/api/core/outside.ts'
import { type PushEvent, type PushHandler, type PushHandlers, textAt } from '@huiyin/api/core/push-event.ts'
import { insertAccept, markRefused } from '@huiyin/db/alerts/permit-queries.ts'
import { markRefusedByMsgid } from '@huiyin/db/alerts/push-queries.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { findPersonByOpenid } from '@huiyin/db/people/queries.ts'
import type { Template } from '@huiyin/shared/alerts/alert-kind.ts'
import { cancelPerson, revokeConsent } from './forget-person.ts'

const acknowledge: PushHandler = async () => {}

/** Event → what it does here. Another room brings its own in its manifest. */
export const alertPushes = ({ env, log }: Pick<Outside, 'env' | 'log'>): PushHandlers => ({
  subscribe_msg_popup_event: (tx, event) =>
    eachAnswer(tx, env, event, async (personId, template, answer, { lasting }) => {
      if (answer.startsWith('accept')) await insertAccept(tx, personId, template, event.at)
      // What earlier taps collected survives a refusal of this one; consent for good does not.
      else if (answer === 'reject' && lasting) await markRefused(tx, personId, template, event.at)
    }),
  subscribe_msg_change_event: (tx, event) =>
    eachAnswer(tx, env, event, async (personId, template, answer) => {
      if (answer === 'reject') await markRefused(tx, personId, template, event.at)
    }),
  subscribe_msg_sent_event: async (tx, { items }, now) => {
    const [item = {}] = items
    const code = textAt(item, 'ErrorCode')
    if (Number(code) !== 0) await markRefusedByMsgid(tx, textAt(item, 'MsgID'), code, now)
  },
  user_authorization_revoke: revokeConsent,
  user_authorization_cancellation: cancelPerson,
  // Nickname and picture of the account are not kept here.
  user_info_modified: acknowledge,
  wxa_punish_event: async (_, { fields }) => {
    const facts = { eventType: textAt(fields, 'event_type'), rule: textAt(fields, 'rule_name').slice(0, 100) }
    log.error(facts, 'the platform punishes this account')
  },
})

type Answered = (personId: string, template: Template, answer: string, config: TemplateConfig) => Promise<void>

/** Each template that this person answered for; nobody for an openid that was never here. */
const eachAnswer = async (tx: Db, env: Env, { from, items }: PushEvent, answered: Answered): Promise<void> => {
  const person = await findPersonByOpenid(tx, from)
  if (!person) return
  const known = Object.entries(env.TEMPLATES.wechat) as [Template, TemplateConfig][]
  for (const item of items)
    for (const [template, config] of known.filter(([, { id }]) => id === textAt(item, 'TemplateId')))
      await answered(person.id, template, textAt(item, 'SubscribeStatusString'), config)
}
