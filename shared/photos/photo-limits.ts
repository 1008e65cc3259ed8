/** Every number of the photos' room that a county may not change. How large a file may be, core knows too (`upload-limits.ts`). */
export const photoLimits = {
  /** Of one picture: width times height, and its longer side. */
  pixels: 50e6,
  longest: 30_000,
  /** Of one that is opened whole, not in strips: written in passes (progressive), or WebP, AVIF. */
  wholePixels: 20e6,
  /** Pictures opened at once in a process; of those that take more than so many megabytes only one. */
  openAtOnce: 2,
  heavyMegabytes: 26,
  /** JPEG quality (of 100) of what is kept of a photo (its size: `picture-limits.ts`), longer side and quality of its small size, and longer side of the copies that are published. */
  full: { quality: 80 },
  /** Of the parts of a long picture, one after another until a part is light enough. */
  partQualities: [80, 70, 60, 50, 40, 30, 20],
  thumb: { edge: 320, quality: 72 },
  published: { full: 1280, thumb: 480 },
  /** A link lives for one to two of these (minutes); that for the platform, which may take half an hour to come for it, longer. */
  linkMinutes: 5,
  checkLinkMinutes: 45,
  /** Until a check that the platform took and said nothing of is left to a person. */
  checkMinutes: 40,
  /** Bytes that were named and did not come are not awaited any longer than so many days, by the phone and by the server. */
  awaitedDays: 3,
  /** Photos of one report or step; photos, and sealed files, that one person sends in a day. */
  perReport: 9,
  perDay: 60,
  /** Of the same in a day, with all that were refused or sent again. */
  triesPerDay: 240,
} as const
