import * as z from 'zod/mini'
import { At, Id } from '../core/fields.ts'
import { templates } from './alert-kind.ts'

/**
 * Ways to a person. `inbox` is the source of truth and always written; `robot` speaks to a group; `phone` is a call that
 * somebody on duty makes by hand.
 */
export const channels = ['inbox', 'employee', 'wechat', 'service', 'wecom', 'robot', 'sms', 'phone'] as const
export const Channel = z.enum(channels)
export type Channel = z.infer<typeof Channel>

/**
 * `waiting`: due or in a worker's hands; `sent`: handed to the channel; `failed`: the channel does not reach this person;
 * `dead`: a mistake of ours or a row that broke its workers, for the operator to look at.
 */
export const AlertState = z.enum(['waiting', 'sent', 'failed', 'dead'])
export type AlertState = z.infer<typeof AlertState>
/** It reached nobody, and will not any more. */
export const lostStates = ['failed', 'dead'] as const satisfies readonly AlertState[]

/** One row of the inbox. `page` is a mini-program path with its query. */
export const Alert = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  page: z.string(),
  /** Somebody has to answer it, and soon. */
  urgent: z.boolean(),
  at: At,
  readAt: z.nullable(At),
})
export type Alert = z.infer<typeof Alert>

/**
 * The newest message of a matter: what the matter is (null where its messages name nothing), how many more there are of it, and how
 * many of them all are unread.
 */
export const InboxItem = z.extend(Alert, {
  matterId: Id,
  about: z.nullable(z.object({ number: z.string(), kind: z.string(), place: z.string() })),
  more: z.int(),
  unread: z.int(),
})
export type InboxItem = z.infer<typeof InboxItem>

/** How many one-time messages are left for a template; `lasting` templates need no counting. */
export const Permit = z.object({
  template: z.enum(templates),
  templateId: z.string(),
  lasting: z.boolean(),
  left: z.int(),
})
export type Permit = z.infer<typeof Permit>
