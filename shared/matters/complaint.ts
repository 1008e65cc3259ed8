import * as z from 'zod/mini'

/** What is wrong with something that is shown to everybody, in one tap. */
export const ComplaintReason = z.enum(['person', 'untrue', 'other'])
export type ComplaintReason = z.infer<typeof ComplaintReason>
