/** Every number of the photos' room that a county may not change. How large a file may be, core knows too (`upload-limits.ts`). */
export const photoLimits = {
  /** Of one picture: width times height. */
  pixels: 50e6,
  /** Photos of one report or step; photos, and sealed files, that one person sends in a day. */
  perReport: 9,
  perDay: 60,
} as const
