/** Every number of the people's room that a county may not change. */
export const personLimits = {
  /** Who looked at somebody's number is shown to her for so many years. */
  accessYears: 2,
} as const
