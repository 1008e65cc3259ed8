/**
 * Every number of the reports' room that is no deadline, with its unit. What a county may change is a row instead: the deadlines
 * (`deadlines`: minutes for each urgency and stage) and the share of closings that are visited (`visit_shares`: percent).
 */
export const reportLimits = {
  /** Minutes in which the reporter may take it back, as long as nobody has accepted. */
  withdrawMinutes: 10,
  /** Returns of one matter; the last one forces a ruling one level up. */
  returns: 2,
  /** Days after a closing on which the reporter is asked whether it is still solved. */
  askDays: [7, 30],
  /** Days in which a closed matter can be opened again: thirty, and a week to answer the last question. */
  reopenDays: 30,
  reopenGraceDays: 7,
  /** Days in which a drawn visit has to be made. */
  visitDays: 7,
  /** A matter of the same kind at the same place so soon after a closing (days), so near (metres) to it, marks that closing. */
  recurDays: 30,
  recurMeters: 50,
  /** Open matters so near (metres) are shown before filing, and so many of them. */
  nearMeters: 100,
  nearMost: 3,
  /** Complaints about publications by one person in a day. */
  complaintsPerDay: 5,
} as const
