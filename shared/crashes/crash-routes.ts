import * as z from 'zod/mini'
import { route } from '../core/route.ts'
import { Crash, crashPlatforms } from './crash.ts'
import { crashLimits } from './crash-limits.ts'

export const crashRoutes = {
  noteCrashes: route({
    method: 'POST',
    path: '/api/crashes',
    summary: '手机端程序出错（不含任何文字和身份）',
    access: 'open',
    input: z.object({
      platform: z.enum(crashPlatforms),
      version: z.string().check(z.regex(/^[\w.-]{1,40}$/)),
      crashes: z.array(Crash).check(z.minLength(1), z.maxLength(crashLimits.perBatch)),
    }),
    answer: z.object({}),
    problems: ['too-many'],
  }),
}
