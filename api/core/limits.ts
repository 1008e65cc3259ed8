import { Refusal } from '@huiyin/shared/core/problem.ts'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/**
 * At most `points` calls in `seconds` for one key; a call with the same `id` (a repeat after a lost answer) counts once.
 * Kept in this process: each instance counts for itself.
 */
export const limiter = (points: number, seconds: number) => {
  const kept = new RateLimiterMemory({ points, duration: seconds })
  const counted = new RateLimiterMemory({ points: 1, duration: seconds })
  return async (key: string, id: string): Promise<void> => {
    if (await counted.get(`${key} ${id}`)) return
    await kept.consume(key).catch((spent: unknown) => {
      if (!(spent instanceof RateLimiterRes)) throw spent
      throw new Refusal('too-many', undefined, Math.ceil(spent.msBeforeNext / 1000))
    })
    await counted.set(`${key} ${id}`, 1, seconds)
  }
}
