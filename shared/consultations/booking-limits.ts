/** Every number of a booking that a county may not change, with its unit; hours, notice and horizon are each adviser's own. */
export const bookingLimits = {
  /** Bookings of one person to come; only one after so many no-shows in so many days. */
  active: 2,
  noShows: 2,
  noShowDays: 90,
  /** Times that one person may ask to keep in a day. */
  perDay: 20,
  /** Minutes for which a time is kept while she fills it in; so many at most, however often she asks for more. */
  holdMinutes: 10,
  holdMostMinutes: 30,
  /** Minutes for which a time that became free is kept for who waits. */
  waitMinutes: 30,
  /** Hours before the beginning at which cancelling and moving end: the adviser may be on his way. */
  cancelHours: 2,
  /** Minutes before the beginning from which signing in counts. */
  arriveMinutes: 30,
  /** A video call is possible from so many minutes before until so many after. */
  callEarlyMinutes: 10,
  callLateMinutes: 30,
  /** Minutes after the beginning from which somebody counts as not there. */
  noShowMinutes: 15,
  /** Reminders: at this hour of the evening before, and so many minutes before. */
  eveningHour: 18,
  remindMinutes: 60,
  /** Hours after the end in which somebody has to say something; days in which she may confirm what he wrote down. */
  unrecordedHours: 24,
  unconfirmedDays: 7,
  /** Days for which a time stays kept that the lawyer has proposed. */
  proposalDays: 2,
  /** Characters of the reason; files. */
  words: 200,
  files: 6,
  /** Days on which one may wait for a time that becomes free; a tap asks for so many. */
  waitDays: 60,
  usualWaitDays: 14,
  /** Days that are searched for free times; further ahead than the farthest nobody offers anything. Minutes: what began longer ago is over. */
  searchDays: 60,
  farthestDays: 100,
  longestSlotMinutes: 240,
  /** Minutes from one village to another, for a lawyer. */
  travelMinutes: 30,
  /** Nearest other times that are shown where one is gone. */
  nearest: 3,
  /** Days of one leave, at most; a single day of office hours is so many days ahead at most. */
  leaveDays: 366,
  extraDays: 90,
  /** Months that the justice office sees beside one another, this one included. */
  months: 6,
} as const

/** What a county may change: the row of `deadlines` with the minutes that a village is owed in a month. Henan asks for four hours. */
export const commonTerms = { office: { month: [4 * 60, 'always'] } } as const
