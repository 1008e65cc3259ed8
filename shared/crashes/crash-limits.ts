/** Every number of what is heard of errors on phones. */
export const crashLimits = {
  /** At most so many in one request, with so many lines of the stack each. */
  perBatch: 5,
  frames: 6,
  /** A phone waits so many milliseconds for others to send along, and sends so many in a day. */
  waitMs: 5_000,
  perPhoneAndDay: 20,
  /** Requests that one process takes in a minute, from all phones together. */
  requestsPerMinute: 60,
  /** Kinds that are kept at the same time; what is new after them is not. */
  kinds: 1_000,
  /** What has not been seen for so many days goes. */
  days: 30,
} as const
