/** The time of the database, kept here between two looks at it. */
export type DatabaseClock = {
  now: () => Date
  /** Looks again when the last look is more than a minute old. Fails when the database does not answer. */
  keep: () => Promise<void>
}

/** `wall` is this host's clock and may jump, `ticks` only ever goes on; both in milliseconds. `ask` takes a trip. */
export type Hands = { wall: () => number; ticks: () => number; ask: () => Promise<number> }

const minute = 60_000
/** A look that took longer than this says too little. */
const longest = 1000

/**
 * Deadlines and leases go by one clock, that of the database: a host whose own clock is wrong or jumps changes nothing.
 * Between two looks the monotonic clock carries on, and the time never runs backwards.
 */
export const createClock = ({ wall, ticks, ask }: Hands): DatabaseClock => {
  let seen: { at: number; ticks: number; wall: number } | undefined
  let latest = 0
  let looking: Promise<void> | undefined
  const look = async () => {
    const before = ticks()
    const at = await ask()
    const after = ticks()
    if (seen && after - before > longest) return
    // The answer was given somewhere on the way.
    seen = { at: at + (after - before) / 2, ticks: after, wall: wall() }
  }
  /** A suspended host may stop either clock, so both must say that the look is fresh. */
  const isFresh = () => seen !== undefined && ticks() - seen.ticks < minute && Math.abs(wall() - seen.wall) < minute
  return {
    now: () => {
      // Before the first look nothing has been written: the host's clock must not hold back the right time.
      if (!seen) return new Date(wall())
      latest = Math.max(latest, seen.at + ticks() - seen.ticks)
      return new Date(latest)
    },
    keep: async () => {
      if (isFresh()) return
      looking ??= look().finally(() => {
        looking = undefined
      })
      await looking
    },
  }
}
