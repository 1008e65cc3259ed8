export const complaintLimits = {
  /** Complaints by one person in a day, of each kind of thing that is shown. */
  perDay: 5,
} as const
