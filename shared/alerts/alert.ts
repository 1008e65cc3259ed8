import * as z from 'zod/mini'
import { At, Id } from '../core/fields.ts'
import { templates } from './alert-kinds.ts'

export const channels = ['inbox', 'wechat'] as const
export const Channel = z.enum(channels)
export type Channel = z.infer<typeof Channel>

/** `waiting`: due or in a worker's hands; `sent`: handed to the channel; `failed`: given up, with a code. */
export type AlertState = 'waiting' | 'sent' | 'failed'

/** One row of the inbox. `page` is a mini-program path with its query. */
export const Alert = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  page: z.string(),
  at: At,
  readAt: z.nullable(At),
})
export type Alert = z.infer<typeof Alert>

/** How many one-time messages are left for a template; `lasting` templates need no counting. */
export const Permit = z.object({
  template: z.enum(templates),
  templateId: z.string(),
  lasting: z.boolean(),
  left: z.int(),
})
export type Permit = z.infer<typeof Permit>
