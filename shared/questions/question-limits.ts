import type { ClockKind } from '../core/working-time.ts'
import type { Circle } from './question-states.ts'

/** Every number of the questions' room that a county may not change, with its unit; questions in a day are a setting (QUESTIONS_PER_DAY). */
export const questionLimits = {
  /** Characters of one text. */
  words: 2000,
  files: 9,
  /** Further questions about one answer. */
  followUps: 3,
  /** Who waits before her is counted up to so many. */
  aheadMost: 99,
  /** Ready-made paragraphs of one adviser. */
  paragraphs: 30,
  /** Minutes for which 给我下一个 keeps a question, while he looks whether he may read it. */
  offerMinutes: 3,
  /** Minutes within which the same stated reason opens the words again. */
  sameReasonMinutes: 5,
  /** Days after which drafts about questions that are over go. */
  draftDays: 30,
  /** Ratings are shown as sums of at least so many, so many days old. */
  leastRatings: 5,
  ratingDays: 7,
  /** Of an assigned question: the part of a term (one in …) that he has for himself, and at least so many minutes. */
  assignedShare: 4,
  assignedMinutes: 15,
} as const

/** Percent of the term after which the circle widens: own adviser, with the neighbours, with the township; then she is told of 12348. */
export const widensAt: Record<Circle, number> = { own: 50, pool: 80, township: 100, duty: 100 }
/** After that we are reminded each so many percent of another term. */
export const remindsEach = 50

/**
 * What a county may change: rows of `deadlines` (minutes, clock), and what every county begins with. answer: until it is answered; lease:
 * how long an adviser may hold it without typing; reply: how long she may answer or ask on.
 */
export const commonTerms = {
  question: { answer: [8 * 60, 'hours'], lease: [60, 'hours'], reply: [7 * 24 * 60, 'always'] },
  danger: { answer: [60, 'always'], lease: [20, 'always'], reply: [7 * 24 * 60, 'always'] },
} as const satisfies Record<string, Record<'answer' | 'lease' | 'reply', readonly [minutes: number, clock: ClockKind]>>
