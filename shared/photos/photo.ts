import * as z from 'zod/mini'
import { Id } from '../core/fields.ts'
import type { ProblemCode } from '../core/problem.ts'

/** `awaited`: named by a report, its bytes still on the phone. `stored`: re-encoded and kept. */
export const PhotoState = z.enum(['awaited', 'stored'])

/** Why bytes will not come any more: `refused` for what they are, `expired` because they did not come in time. */
export const losses = ['refused', 'expired'] as const
export type Loss = (typeof losses)[number]

/**
 * `url` and `thumbUrl` (320 px) are signed for about ten minutes and absent while awaited. `lost`: nothing is awaited any more; a
 * phone that does not know the field goes on saying that it is on its way. `more`: a long picture goes on there, from above; it is
 * one picture all the same.
 */
export const Photo = z.object({
  id: Id,
  state: PhotoState,
  url: z.nullable(z.string()),
  thumbUrl: z.nullable(z.string()),
  more: z.optional(z.array(z.string())),
  lost: z.optional(z.enum(losses)),
})
export type Photo = z.infer<typeof Photo>

/**
 * What the platform's picture check says. `waiting`: not asked yet; `asked`: no result yet; `review`: a person must look;
 * `none`: nobody could ask. Only `pass` may be shown to the public; staff and the reporter see every photo.
 */
export const photoChecks = ['none', 'waiting', 'asked', 'pass', 'review', 'risky'] as const
export type PhotoCheck = (typeof photoChecks)[number]
/** The result is still to come. */
export const openChecks = ['waiting', 'asked'] as const satisfies readonly PhotoCheck[]

/** A part of a picture in fractions of its width and height, from its upper left corner. */
export const Rect = z
  .object({
    x: z.number().check(z.minimum(0), z.maximum(1)),
    y: z.number().check(z.minimum(0), z.maximum(1)),
    width: z.number().check(z.minimum(0.005), z.maximum(1)),
    height: z.number().check(z.minimum(0.005), z.maximum(1)),
  })
  .check(z.refine(({ x, y, width, height }) => x + width <= 1.000001 && y + height <= 1.000001))
export type Rect = z.infer<typeof Rect>

/** What can be wrong with bytes that are sent, beside their kind. */
export const uploadProblems: ProblemCode[] = [
  ...(['photo-unreadable', 'photo-heic', 'photo-too-big', 'too-large', 'wrong-content-type'] as const),
  ...(['id-reused', 'not-found', 'too-many'] as const),
]

/** What makes a link to bytes good: until when (epoch milliseconds), and by whose word; and which part of a long picture it means. */
export const signedLink = { until: z.coerce.number(), signature: z.string().check(z.maxLength(64)) }
export const partOfLink = { part: z.optional(z.coerce.number().check(z.int(), z.minimum(1))) }
