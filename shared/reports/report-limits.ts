import type { ClockKind } from '../core/working-time.ts'
import type { Stage } from './report-clock.ts'
import type { Urgency } from './report-kinds.ts'

/** Every number of the reports' room that a county may not change, with its unit. */
export const reportLimits = {
  /** Minutes in which the reporter may take it back, as long as nobody has accepted. */
  withdrawMinutes: 10,
  /** What one person may file in an hour from rounds, and from the telephone and the window; a resident's own are a setting. */
  staffFiledPerHour: 60,
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
  /** Matters of a desk are counted up to so many. */
  deskMost: 99,
  /** Parts that are hidden on the photos of one publication. */
  rects: 20,
  /** A spot without a house is told to others to the nearest of so many degrees, some fifty metres. */
  aboutDegrees: 0.0005,
  /** Characters of the reporter's words on a card. */
  cardWords: 40,
  /** Characters of what is shown of a solution. */
  publicWords: 200,
  /** Thanks for publications by one person in a day; of one publication so many are counted, of one's own so many listed. */
  thanksPerDay: 50,
  thanksMost: 999,
  thanksListed: 100,
  /** So many days who complained of something published may wait to hear what became of it. */
  complaintDays: 180,
} as const

const minutes = { hour: 60, day: 24 * 60 } as const

/**
 * What a county may change: rows of `deadlines` (scope, urgency, stage, minutes, clock), and what every county begins with. accept: until
 * somebody takes it; resolve: the promise; climb: between two levels when late; confirm: until a resolved matter closes by itself;
 * supervise: what the township or the district asks for on top.
 */
export const commonTerms = {
  urgent: {
    accept: [30, 'always'],
    resolve: [2 * minutes.hour, 'always'],
    climb: [30, 'always'],
    confirm: [7 * minutes.day, 'always'],
    supervise: [1 * minutes.hour, 'always'],
  },
  normal: {
    accept: [30, 'hours'],
    resolve: [1 * minutes.day, 'workdays'],
    climb: [4 * minutes.hour, 'hours'],
    confirm: [7 * minutes.day, 'always'],
    supervise: [8 * minutes.hour, 'hours'],
  },
  slow: {
    accept: [30, 'hours'],
    resolve: [7 * minutes.day, 'workdays'],
    climb: [1 * minutes.day, 'workdays'],
    confirm: [7 * minutes.day, 'always'],
    supervise: [2 * minutes.day, 'workdays'],
  },
} as const satisfies Record<Urgency, Record<Stage, readonly [minutes: number, clock: ClockKind]>>

/** The same of `visit_shares`: of a hundred closings so many are visited, besides every one that was rated badly. */
export const commonVisitShare = 10
