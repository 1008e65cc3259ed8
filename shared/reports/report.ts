import * as z from 'zod/mini'
import { At, Id, Point } from '../core/fields.ts'
import { Level } from '../grids/area.ts'
import { Photo } from '../photos/photo.ts'
import { reportKindCodes, urgencies } from './report-kinds.ts'
import { reportEvents, reportStates } from './report-moves.ts'

export const ReportKind = z.enum(reportKindCodes)
export const Urgency = z.enum(urgencies)
export const ReportState = z.enum(reportStates)
export const ReportEvent = z.enum(reportEvents)

/** A duty as residents see it: 网格员 李秀兰. */
export const Duty = z.object({ id: Id, title: z.string(), name: z.string() })
export type Duty = z.infer<typeof Duty>

/**
 * What the resident holds in hand after filing. `acceptBy`: when somebody will have accepted; `resolveBy`: the promise.
 * `daysUnknown`: one of them falls into a year whose days off nobody has announced yet, so it may move.
 */
export const Receipt = z.object({
  id: Id,
  number: z.string(),
  place: z.string(),
  gridName: z.string(),
  owner: Duty,
  urgency: Urgency,
  acceptBy: At,
  resolveBy: At,
  daysUnknown: z.boolean(),
  at: At,
})
export type Receipt = z.infer<typeof Receipt>

/** One line of a list. `dueAt` is null once closed; `late` is said honestly. */
export const ReportCard = z.object({
  id: Id,
  number: z.string(),
  kind: ReportKind,
  urgency: Urgency,
  state: ReportState,
  level: Level,
  place: z.string(),
  at: At,
  dueAt: z.nullable(At),
  late: z.boolean(),
  /** A level above wants it solved by a day of its own. */
  supervised: z.boolean(),
  /** 320 px of the first photo, signed for about ten minutes; null without one, or while its bytes are on the phone. */
  coverUrl: z.nullable(z.string()),
})
export type ReportCard = z.infer<typeof ReportCard>

/** What a neighbour may know of somebody else's open matter: kind, place, state. Nothing else. */
export const NearbyReport = z.object({
  id: Id,
  kind: ReportKind,
  place: z.string(),
  state: ReportState,
  at: At,
  meters: z.nullable(z.int()),
  joined: z.boolean(),
})
export type NearbyReport = z.infer<typeof NearbyReport>

/** 回访: what somebody heard who asked the reporter again. */
export const visitResults = ['solved', 'not-solved', 'unreachable'] as const
export const VisitResult = z.enum(visitResults)
export type VisitResult = z.infer<typeof VisitResult>

/** A closed matter that its township asks the reporter about again, by `dueAt`. */
export const Visit = z.object({
  id: Id,
  reportId: Id,
  number: z.string(),
  kind: ReportKind,
  place: z.string(),
  closedAt: At,
  dueAt: At,
  late: z.boolean(),
})
export type Visit = z.infer<typeof Visit>

/**
 * One step of the history. `staffOnly` notes never reach a resident. `ruling`: the second return, and the decision after it.
 * `result`: what a visit heard.
 */
export const HistoryStep = z.object({
  seq: z.int(),
  event: ReportEvent,
  state: ReportState,
  level: Level,
  by: z.string(),
  at: At,
  words: z.nullable(z.string()),
  staffOnly: z.boolean(),
  ruling: z.boolean(),
  result: z.nullable(VisitResult),
  photos: z.array(Photo),
})
export type HistoryStep = z.infer<typeof HistoryStep>

/** Another matter of the same kind at the same place: the one solved before, or the one that came again. */
export const Recurrence = z.object({ id: Id, number: z.string() })
export type Recurrence = z.infer<typeof Recurrence>

/**
 * A report with everything that this reader may see. `can` lists the moves open to the reader now. `superviseBy`: until when
 * `superviseLevel` wants it solved. `ruling`: who has to decide after the second return. `asksStill`: the reporter is asked
 * whether it is still solved. `recurs` and `recurred` (before and after this one) are for the staff alone.
 */
export const Report = z.object({
  id: Id,
  number: z.string(),
  kind: ReportKind,
  urgency: Urgency,
  urgencyRule: z.string(),
  state: ReportState,
  level: Level,
  words: z.nullable(z.string()),
  place: z.string(),
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
  unitName: z.nullable(z.string()),
  reporter: z.string(),
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
  state: ReportState,
  level: Level,
  dueAt: z.nullable(At),
  at: At,
})
export type Moved = z.infer<typeof Moved>
