const kilobyte = 1024

/** What a picture is brought to, by the phone before it travels and by the server before it is kept. Pixels and bytes. */
export const pictureLimits = {
  /** The longer side, as long as the shorter one is at least so long (or as long as it was). */
  edge: 1600,
  least: 1080,
  /** A picture that is taller than this is kept in parts, each of them no taller. */
  longest: 2400,
  /** What travels at most, where the qualities below (of 100) allow it; of a long picture so much for each of its parts. */
  bytes: 220 * kilobyte,
  partBytes: 350 * kilobyte,
  /** JPEG qualities that the phone tries, one after another. */
  qualities: [75, 62, 50],
  /** What a phone can draw on: of a browser its pixels, of WeChat its longer side. */
  canvasPixels: 16e6,
  canvasEdge: 4096,
} as const
