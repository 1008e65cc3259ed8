import { crashLimits } from '@huiyin/shared/crashes/crash-limits.ts'
import { crashRoutes } from '@huiyin/shared/crashes/crash-routes.ts'
import { room } from '../core/handler.ts'
import { limiter } from '../core/limits.ts'
import { noteCrashes } from './note-crashes.ts'

/** Whoever asks is not known here: there is one bound for all. */
export const crashRoom = () => {
  const oneMore = limiter(crashLimits.requestsPerMinute, 60)
  return room(crashRoutes, {
    noteCrashes: async (ctx, input) => {
      await oneMore('crashes', crypto.randomUUID())
      return noteCrashes(ctx, input)
    },
  })
}
