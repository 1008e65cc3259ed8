import * as z from 'zod/mini'
import { DutyPhone } from '../alerts/told.ts'
import { At, Id, Point } from '../core/fields.ts'
import { Level } from '../grids/area.ts'
import { Photo } from '../photos/photo.ts'
import { Duty, ReportKindName, ReportStateName, UrgencyName } from './report-card.ts'
import { reportEvents } from './report-states.ts'
import { reportSources } from './two-keys.ts'

export const ReportEvent = z.enum(reportEvents)

/** 回访: what somebody heard who asked the reporter again. */
export const visitResults = ['solved', 'not-solved', 'unreachable'] as const
export const VisitResult = z.enum(visitResults)
export type VisitResult = z.infer<typeof VisitResult>

/** Why nothing can be shown of what was mended: the reporter reads it. */
export const unseenReasons = ['inside', 'unsafe', 'nothing'] as const
export const UnseenReason = z.enum(unseenReasons)
export type UnseenReason = z.infer<typeof UnseenReason>

/**
 * One step of the history. `staffOnly` notes never reach a resident. `ruling`: the second return, and the decision after it.
 * `result`: what a visit heard. `unseen`: why a solution has no photo. `forWhom`: who answered for it when
 * somebody else did the work.
 */
export const HistoryStep = z.object({
  seq: z.int(),
  event: ReportEvent,
  state: ReportStateName,
  level: Level,
  by: z.string(),
  forWhom: z.nullable(z.string()),
  at: At,
  words: z.nullable(z.string()),
  staffOnly: z.boolean(),
  ruling: z.boolean(),
  result: z.nullable(VisitResult),
  unseen: z.nullable(UnseenReason),
  photos: z.array(Photo),
})
export type HistoryStep = z.infer<typeof HistoryStep>

/** Another matter of the same kind at the same place: the one solved before, or the one that came again. */
export const Recurrence = z.object({ id: Id, number: z.string() })
export type Recurrence = z.infer<typeof Recurrence>

/**
 * A report with everything that this reader may see. `can` lists the moves open to the reader now. `superviseBy`: until when
 * `superviseLevel` wants it solved. `owner`: who answers for it; `hand`: who does the work, where that is somebody
 * else. `ruling`: who has to decide after the second return. `asksStill`: the reporter is asked
 * whether it is still solved. `callPhone`: whom a resident may ring about it, and whose number that is. `recurs` and `recurred` (before and after this one) are for the staff alone.
 */
export const Report = z.object({
  id: Id,
  number: z.string(),
  kind: ReportKindName,
  urgency: UrgencyName,
  urgencyRule: z.string(),
  state: ReportStateName,
  level: Level,
  words: z.nullable(z.string()),
  place: z.string(),
  /** Empty while no grid has claimed the place. */
  gridName: z.string(),
  point: z.nullable(Point),
  at: At,
  dueAt: z.nullable(At),
  resolveBy: At,
  late: z.boolean(),
  daysUnknown: z.boolean(),
  superviseBy: z.nullable(At),
  superviseLevel: z.nullable(Level),
  superviseMissed: z.boolean(),
  ruling: z.nullable(Level),
  asksStill: z.boolean(),
  recurs: z.nullable(Recurrence),
  recurred: z.nullable(Recurrence),
  owner: Duty,
  hand: z.nullable(Duty),
  unitName: z.nullable(z.string()),
  callPhone: z.nullable(DutyPhone),
  reporter: z.string(),
  source: z.enum(reportSources),
  mine: z.boolean(),
  joiners: z.int(),
  before: z.array(Photo),
  after: z.array(Photo),
  history: z.array(HistoryStep),
  looks: z.array(z.object({ by: z.string(), reason: z.string(), at: At })),
  can: z.array(z.string()),
  withdrawUntil: z.nullable(At),
})
export type Report = z.infer<typeof Report>

/** The answer to every move: where the matter stands after it, the same on every replay. */
export const Moved = z.object({
  id: Id,
  seq: z.int(),
  state: ReportStateName,
  level: Level,
  dueAt: z.nullable(At),
  at: At,
})
export type Moved = z.infer<typeof Moved>
