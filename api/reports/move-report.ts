import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { findGround, type Ground } from '@huiyin/db/grids/queries.ts'
import type { NewStep } from '@huiyin/db/matters/step-queries.ts'
import { afterPublishing, type TakingDown } from '@huiyin/db/reports/extra-queries.ts'
import { findEvent, findReport, type ReportInHand, type ReportRow } from '@huiyin/db/reports/queries.ts'
import { moveReport, type NewReportStep, type Patch } from '@huiyin/db/reports/write-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { actors, isResident } from '@huiyin/shared/matters/actors.ts'
import type { Moved } from '@huiyin/shared/reports/report.ts'
import { type Situation, termsFor } from '@huiyin/shared/reports/report-clock.ts'
import { type ReportSubject, reportLife } from '@huiyin/shared/reports/report-life.ts'
import type { ReportState } from '@huiyin/shared/reports/report-states.ts'
import type { Ctx, House } from '../core/context.ts'
import { inputHash } from '../core/secrets.ts'
import { calendarWith } from '../grids/calendar.ts'
import { createMove, createStep } from '../matters/move.ts'
import { refuseTaken } from './taken.ts'

export type ReportMoveInput = {
  id: string
  eventId: string
  words?: string | undefined
  photoIds?: string[]
  staffOnly?: boolean
  comment?: string | undefined
}

export type ReportHand = ReportInHand & { it: ReportSubject }

/** A report in the middle of a move: what it is, where it stands, which clocks run, who acts. */
export type Matter = {
  report: ReportRow
  ground: Ground
  /** The state after this move, by its life. */
  state: ReportState
  situation: Situation
  /** The actor as the history shows him: 网格员 李秀兰, 自来水公司, 居民. */
  actor: string
}

/** What a step says beside what it does. */
type Said = Pick<NewReportStep, 'words' | 'staffOnly' | 'photoIds' | 'checkWords'>
export const silent: Said = { words: null, staffOnly: false, photoIds: [], checkWords: false }

/** What a verb decides: the columns that change, who is told, and statement parts of its own (see `moveReport`). */
export type Plan = {
  patch: Patch
  notices: NewAlert[]
  extras?: Parameters<typeof moveReport>[6]
  /** What was published of it is shown no longer. */
  takesDown?: TakingDown
  steps?: 1 | 2
  said?: Said
}

/** A report as it stands for this person. */
export const takeUp = async ({ db, me }: Pick<Ctx, 'db' | 'me'>, id: string, eventId?: string): Promise<ReportHand> => {
  const found = (await findReport(db, id, me.id, eventId)) ?? refuse('not-found')
  return { ...found, it: subjectOf(found) }
}

/** A report as it stands for the clock, which is in no relation to it. */
export const byNobody = (report: ReportRow): ReportHand => {
  const hand = { report, joined: false, visitDrawn: false, worked: false, askerWorked: false, repeated: false }
  return { ...hand, it: subjectOf(hand) }
}

const subjectOf = ({ report, repeated: _, ...more }: ReportInHand): ReportSubject => ({ ...report, ...more })

const begin = async (ctx: Ctx, { report }: ReportHand, state: ReportState): Promise<Matter> => {
  const ground = (await findGround(ctx.db, report.gridId, ctx.now)) ?? refuse('place-unknown')
  const situation = situationOf(ctx.now, report, ground)
  return { report, ground, state, situation, actor: actorName(ctx, report, ground) }
}

export const situationOf = (now: Date, report: ReportRow, ground: Ground): Matter['situation'] => ({
  now,
  resolveBy: report.resolveBy,
  terms: termsFor(ground.deadlines, report.urgency),
  calendar: calendarWith(ground.daysOff, ground.calendarSeq),
  superviseBy: supervisionOf(report),
})

/** The deadline of a supervision that the clock has still to look after. */
export const supervisionOf = (report: ReportRow): Date | null => (report.superviseMissed ? null : report.superviseBy)

const actorName = ({ me }: Ctx, report: ReportRow, ground: Ground): string => {
  const holder = ground.holders.find(it => it.personId === me.id)
  if (holder) return `${holder.title} ${holder.name}`
  return me.posts.some(post => post.unitId !== null && post.unitId === report.unitId) ? actors.partner : actors.resident
}

const movedBy = (ctx: Ctx, { report }: ReportHand, state: ReportState, { patch, steps = 1 }: Plan): Moved => {
  const { id, seq, level, dueAt } = { ...report, ...patch }
  return { id, seq: seq + steps, state, level, dueAt: dueAt?.toISOString() ?? null, at: ctx.now.toISOString() }
}

const findMade = async ({ db }: Ctx, eventId: string) => {
  const event = await findEvent(db, eventId)
  if (!event) return undefined
  const { reportId: id, seq, state, level, dueAt, at } = event
  const moved: Moved = { id, seq, state, level, dueAt: dueAt?.toISOString() ?? null, at: at.toISOString() }
  return { ...event, matterId: id, moved }
}

const kind = {
  life: reportLife,
  takeUp,
  findMade,
  hashOf: (_: Ctx, input: object) => inputHash(input),
  begin,
  write: ({ db, now }: House, { report }: ReportHand, state: ReportState, step: NewStep, plan: Plan) => {
    const { patch, notices, extras = [], takesDown, steps, said = silent } = plan
    const write = (db: House['db'], ...more: typeof extras) =>
      moveReport(db, report, { state, ...patch }, { ...step, ...said }, notices, now, [...extras, ...more], steps)
    return takesDown ? afterPublishing(db, report.id, takesDown, write) : write(db)
  },
  whenTaken: (error: unknown, ctx: Ctx, { said }: Plan) => refuseTaken(ctx, said?.photoIds ?? [], error),
  movedBy,
}

const moveOne = createMove(kind)

/** One move of a report by a person, with what he says and shows beside it. */
export const move = (
  ctx: Ctx,
  as: Parameters<typeof moveOne>[1],
  input: ReportMoveInput,
  plan: (matter: Matter, hand: ReportHand) => Plan | Promise<Plan>,
): Promise<Moved> =>
  moveOne(ctx, as, input, async (matter, hand) => ({ ...(await plan(matter, hand)), said: saidIn(input, matter) }))

const saidIn = ({ words, staffOnly = false, photoIds = [] }: ReportMoveInput, { actor }: Matter): Said => ({
  words: words ?? null,
  staffOnly,
  photoIds,
  checkWords: isResident(actor) && words !== undefined,
})

/** One step of the house; see `createStep`. */
export const stepReport = createStep(kind)
