import * as z from 'zod/mini'
import { Id } from '../core/fields.ts'

/** `awaited`: named by a report, its bytes still on the phone. `stored`: re-encoded and kept. */
export const PhotoState = z.enum(['awaited', 'stored'])

/** `url` (1600 px) and `thumbUrl` (320 px) are signed for about ten minutes and absent while awaited. */
export const Photo = z.object({
  id: Id,
  state: PhotoState,
  url: z.nullable(z.string()),
  thumbUrl: z.nullable(z.string()),
})
export type Photo = z.infer<typeof Photo>

export const photoLimits = { bytes: 4 * 1024 * 1024, pixels: 50e6, perReport: 9, perDay: 60 } as const
