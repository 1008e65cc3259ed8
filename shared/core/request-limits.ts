/** How long a request may take. What a line needs to bring a body is never counted against the work that follows. */
export const requestLimits = {
  /** Milliseconds of work, without the time of the body, until the caller is told to come again. */
  patienceMs: 4800,
  /** A body may take so many seconds and then one more for each of so many bytes, but no longer than the longest. */
  graceSeconds: 20,
  slowestBytesPerSecond: 8 * 1024,
  /** Node itself lets go after 300. */
  longestSeconds: 290,
  /** Uploads under way at once, from before a byte is read until the last work for them has ended: of one person, and in one process. */
  uploadsAtOnce: { person: { requests: 6, megabytes: 17 }, process: { requests: 160, megabytes: 40 } },
  /** Whoever has too many under way is told to come again after so many seconds. */
  comeAgainSeconds: 3,
} as const
