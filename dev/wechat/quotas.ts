import type { Fake } from './fake.ts'
import type { Limit } from './limits.ts'

const windowMs = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 }
// The platform's day begins at midnight in China.
const CHINA_MS = 8 * 3_600_000

const windowOf = (fake: Fake, limit: Limit) => Math.floor((fake.clock.now().getTime() + CHINA_MS) / windowMs[limit.per])

/** Counts one use of `name` (for `who`, where the limit is personal); returns the limit that it exceeds, if any. */
export function countUse(fake: Fake, name: string, who = ''): Limit | undefined {
  let exceeded: Limit | undefined
  for (const limit of fake.settings.limits[name] ?? []) {
    const key = `${name} ${who} ${limit.per}`
    const window = windowOf(fake, limit)
    const before = fake.state.uses.get(key)
    const count = before?.window === window ? before.count + 1 : 1
    fake.state.uses.set(key, { window, count })
    if (count > limit.most) exceeded ??= limit
  }
  return exceeded
}

/** How many uses today's limit of `path` has seen. */
export function usedToday(fake: Fake, path: string): { limit: Limit; used: number } | undefined {
  const limit = fake.settings.limits[path]?.find(each => each.per === 'day')
  if (!limit) return undefined
  const uses = fake.state.uses.get(`${path}  day`)
  return { limit, used: uses?.window === windowOf(fake, limit) ? Math.min(uses.count, limit.most) : 0 }
}
