import type { Db } from '@huiyin/db/core/client.ts'

/** A value of a pushed message, the same from JSON and XML: numbers are text, since some exceed 2^53. */
export type PushField = string | PushField[] | PushFields
export type PushFields = { [name: string]: PushField }

/** One event that the platform pushed. */
export type PushEvent = {
  event: string
  /** `FromUserName`: the person or the platform's own account, as the kind of event has it. */
  from: string
  /** When it happened, by the platform's clock in whole seconds; never in the future. */
  at: Date
  fields: PushFields
  /** The items of a list event, one or many; empty for the others. */
  items: PushFields[]
}

/** Events that somebody can handle. What the platform pushes beyond these is acknowledged and forgotten. */
export const pushNames = [
  'subscribe_msg_popup_event',
  'subscribe_msg_change_event',
  'subscribe_msg_sent_event',
  'wxa_media_check',
  'user_info_modified',
  'user_authorization_revoke',
  'user_authorization_cancellation',
  'wxa_punish_event',
] as const
type PushName = (typeof pushNames)[number]

/** Runs inside the transaction that notes the event, so it has its effect once. Talks to nobody. */
export type PushHandler = (tx: Db, event: PushEvent, now: Date) => Promise<void>
export type PushHandlers = Partial<Record<PushName, PushHandler>>

/** The text at `path`, or nothing: `textAt(event.fields, 'result', 'suggest')`. */
export const textAt = (fields: PushFields, ...path: string[]): string => {
  let held: PushField | undefined = fields
  for (const name of path) held = isFields(held) && Object.hasOwn(held, name) ? held[name] : undefined
  return typeof held === 'string' ? held : ''
}

export const isFields = (held: PushField | undefined): held is PushFields =>
  typeof held === 'object' && !Array.isArray(held)
