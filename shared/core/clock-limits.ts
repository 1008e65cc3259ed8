/** Every number of the clocks, with its unit. */
export const clockLimits = {
  /** Seconds for which a worker holds what it has leased; of one that was never heard of again it is free after them. */
  leaseSeconds: 30,
  /** What fails is tried again after so many seconds, each time after twice as many, up to the longest. */
  firstWaitSeconds: 60,
  longestWaitSeconds: 3600,
  /** A round of all clocks lasts so many milliseconds at most. */
  roundMs: 10_000,
  /** Items of one clock in a turn; of one that only looks. */
  turn: 60,
  polledTurn: 1000,
  /** Turns at work at once: as many as a process has connections. A step takes a millisecond and its commit ten: so many share one. */
  inHand: 3,
  inCommit: 10,
  /** `/readyz` is red after so many failed rounds in a row, or once the oldest item has waited so many seconds. */
  failedRounds: 2,
  latestSeconds: 300,
} as const
