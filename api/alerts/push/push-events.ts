import { isFields, type PushEvent, type PushField, type PushFields, textAt } from '@huiyin/api/core/push-event.ts'
import { inputHash } from '@huiyin/api/core/secrets.ts'
import { resultKey } from '@huiyin/db/alerts/push-queries.ts'

/** An event with the key that tells a repeat. */
export type KeyedEvent = PushEvent & { key: string }

/** The events of a message: one, or for the results of messages one each, since each has its own number. */
export const eventsIn = (fields: PushFields, now: Date): KeyedEvent[] => {
  const event = textAt(fields, 'MsgType') === 'event' ? textAt(fields, 'Event') : 'message'
  const one = { event, from: textAt(fields, 'FromUserName'), at: momentOf(fields, now), fields, items: itemsOf(fields) }
  if (event !== 'subscribe_msg_sent_event') return [{ ...one, key: keyOf(one) }]
  return one.items.map(item => ({ ...one, items: [item], key: resultKey(shortOr(textAt(item, 'MsgID'), item)) }))
}

const momentOf = (fields: PushFields, now: Date): Date => {
  const at = new Date(Number(textAt(fields, 'CreateTime') || Number.NaN) * 1000)
  return at < now && at.getTime() >= 0 ? at : now
}

/** JSON has `List` at the top, XML in an element named after the event; one item is an object, several are an array. */
const itemsOf = (fields: PushFields): PushFields[] => {
  const holder = [fields, ...Object.values(fields).filter(isFields)].find(it => Object.hasOwn(it, 'List'))
  const list: PushField[] = [holder?.List ?? []].flat()
  return list.filter(isFields)
}

/** Results of picture checks come from the platform itself, several in one second: by their own number. */
const keyOf = ({ event, fields }: PushEvent): string => {
  const number = event === 'wxa_media_check' ? textAt(fields, 'trace_id') : textAt(fields, 'MsgId')
  return `${shortOr(event, event)} ${shortOr(number, fields)}`
}

/** The number where there is a fit one; else a hash of everything, with who and when. */
const shortOr = (number: string, all: PushField): string => (/^[\w-]{1,64}$/.test(number) ? number : inputHash(all))
