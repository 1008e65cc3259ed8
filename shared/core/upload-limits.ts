/** The largest photo or document that may be sent: so many megabytes (1024² bytes). */
export const uploadLimits = {
  megabytes: 4,
  /** The phone waits so many seconds for an answer, and one more for each of so many bytes: 128 kbit/s and a little. */
  waitSeconds: 30,
  slowBytesPerSecond: 16 * 1024,
} as const
export const uploadBytes = uploadLimits.megabytes * 1024 * 1024

/** Milliseconds that the phone lets a file of so many bytes be on its way. */
export const timeToSend = (bytes: number) => (uploadLimits.waitSeconds + bytes / uploadLimits.slowBytesPerSecond) * 1000
