export const weekLimits = {
  /** Days ahead in which a lawyer's first screen looks for the next meeting. */
  nextDays: 14,
} as const
