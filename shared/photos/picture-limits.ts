const kilobyte = 1024

/** What a picture is brought to, by the phone before it travels and by the server before it is kept. Pixels and bytes. */
export const pictureLimits = {
  /** The longer side, as long as the shorter one is at least so long (or as long as it was). */
  edge: 1600,
  least: 1080,
  /** A picture that is longer than this for its width is cut into parts. */
  longest: 2400,
  /** What travels at most, where the qualities below (of 100) allow it. */
  bytes: 220 * kilobyte,
  partBytes: 350 * kilobyte,
  /** JPEG qualities that the phone tries, one after another. */
  qualities: [75, 62, 50],
} as const
