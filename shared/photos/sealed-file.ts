import * as z from 'zod/mini'
import { Id } from '../core/fields.ts'
import { losses } from './photo.ts'

/**
 * A photo or a PDF that only those may read who may read what it belongs to: enciphered, never shown to the platform. Links are
 * signed for about ten minutes and absent while the bytes are still on the phone.
 */
export const SealedFile = z.object({
  id: Id,
  kind: z.nullable(z.enum(['photo', 'pdf'])),
  url: z.nullable(z.string()),
  thumbUrl: z.nullable(z.string()),
  /** A long picture goes on there, from above. */
  more: z.optional(z.array(z.string())),
  /** Nothing is awaited any more. */
  lost: z.optional(z.enum(losses)),
})
export type SealedFile = z.infer<typeof SealedFile>
