import * as z from 'zod/mini'
import { At, Id } from '../core/fields.ts'
import { Level } from '../grids/area.ts'
import { reportKindCodes, urgencies } from './report-kinds.ts'
import { reportStates } from './report-states.ts'

export const ReportKindName = z.enum(reportKindCodes)
export const UrgencyName = z.enum(urgencies)
export const ReportStateName = z.enum(reportStates)

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
  /** Empty while no grid has claimed the place. */
  gridName: z.string(),
  owner: Duty,
  urgency: UrgencyName,
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
  kind: ReportKindName,
  urgency: UrgencyName,
  state: ReportStateName,
  level: Level,
  place: z.string(),
  /** How the reporter's own words begin, `reportLimits.cardWords` characters at most, for who may read them; null without any. */
  words: z.nullable(z.string()),
  at: At,
  dueAt: z.nullable(At),
  late: z.boolean(),
  /** A level above wants it solved by a day of its own. */
  supervised: z.boolean(),
  /** 320 px of the first photo, signed for about ten minutes; null without one, or while its bytes are on the phone. */
  coverUrl: z.nullable(z.string()),
})
export type ReportCard = z.infer<typeof ReportCard>

/** A closed matter that its township asks the reporter about again, by `dueAt`. */
export const Visit = z.object({
  id: Id,
  reportId: Id,
  number: z.string(),
  kind: ReportKindName,
  place: z.string(),
  closedAt: At,
  dueAt: At,
  late: z.boolean(),
})
export type Visit = z.infer<typeof Visit>

/**
 * What somebody with a post does next: of all that she has to do the matter that is due first; `can` as on its page. `waits`: when
 * there is none, the next one of hers that its resident has to confirm. `doneToday`: resolved by her since midnight, and not opened again.
 * `visit`: the first that her township still has to make, when visits are part of her duty.
 */
export const NextTask = z.object({
  task: z.nullable(z.object({ card: ReportCard, can: z.array(z.string()) })),
  waits: z.nullable(ReportCard),
  doneToday: z.int(),
  visit: z.nullable(Visit),
})
export type NextTask = z.infer<typeof NextTask>

/** What a neighbour may know of somebody else's open matter: kind, place, state. Nothing else. */
export const NearbyReport = z.object({
  id: Id,
  kind: ReportKindName,
  place: z.string(),
  state: ReportStateName,
  at: At,
  meters: z.nullable(z.int()),
  joined: z.boolean(),
})
export type NearbyReport = z.infer<typeof NearbyReport>
