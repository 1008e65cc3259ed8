import * as z from 'zod/mini'
import { crashLimits } from './crash-limits.ts'
import { crashFrame, crashKinds } from './crash-names.ts'

export const crashPlatforms = ['weapp', 'h5'] as const

/** An error that nobody expected, without a word of anybody's: what it is called, on which page, and where in the program. */
export const Crash = z.object({
  kind: z.enum(crashKinds),
  page: z.string().check(z.regex(/^[a-z0-9/-]{0,80}$/)),
  frames: z.array(z.string().check(z.regex(crashFrame))).check(z.maxLength(crashLimits.frames)),
})
export type Crash = z.infer<typeof Crash>
