import * as z from 'zod/mini'

/** RFC 9457 body. `title` says what happened, `detail` what to do; `fields` names the inputs that are wrong. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  instance: z.optional(z.string()),
  fields: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
  /** What could be had instead, as the contract of the call names it. */
  choices: z.optional(z.array(z.unknown())),
})
export type Problem = z.infer<typeof Problem>
