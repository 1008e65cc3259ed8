import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { findGround, type Ground } from '@huiyin/db/grids/queries.ts'
import {
  type EventRow,
  findEvent,
  findReportInHand,
  type ReportInHand,
  type ReportRow,
} from '@huiyin/db/reports/queries.ts'
import { moveReport, type NewStep, type Patch } from '@huiyin/db/reports/write-queries.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Moved } from '@huiyin/shared/reports/report.ts'
import { type Situation, termsFor } from '@huiyin/shared/reports/report-clock.ts'
import { type ReportEvent, type ReportState, reportMoves } from '@huiyin/shared/reports/report-moves.ts'
import { type ReportAction, reportPolicy } from '@huiyin/shared/reports/report-policy.ts'
import { type Ctx, demand } from '../core/context.ts'
import { inputHash } from '../core/secrets.ts'
import { calendarWith } from '../grids/calendar.ts'
import { refuseTaken } from './taken.ts'

/** Whatever else a verb's input holds counts for telling a repeat from another tap. */
export type MoveInput = {
  id: string
  eventId: string
  words?: string | undefined
  photoIds?: string[]
  staffOnly?: boolean
  comment?: string | undefined
}

/** A report in the middle of a move: what it is, where it stands, which clocks run, who acts. */
export type Matter = {
  report: ReportRow
  ground: Ground
  /** The state after this move, by the lifecycle table. */
  state: ReportState
  situation: Situation
  /** The actor as the history shows him: 网格员 李秀兰, 自来水公司, 居民. */
  actor: string
}

/** What a verb decides: the columns that change, who is told, and statement parts of its own (see `moveReport`). */
export type Plan = { patch: Patch; news: NewAlert[]; extras?: Parameters<typeof moveReport>[6]; steps?: 1 | 2 }

type Mover = Extract<ReportEvent, ReportAction>
/** An action whose outcome is another event of the lifecycle: a visit that reopens. */
type Outcome = { action: Mover; event: Mover }

/**
 * One move of a report, the same way for every verb: repeat? permission? lifecycle? then the verb's plan, written in one
 * statement that holds only if nobody moved the report meanwhile; if somebody did, all is looked at anew.
 */
export const move = async (
  ctx: Ctx,
  as: Mover | Outcome,
  input: MoveInput,
  plan: (matter: Matter) => Plan | Promise<Plan>,
): Promise<Moved> => {
  const { action, event } = typeof as === 'string' ? { action: as, event: as } : as
  const hash = inputHash({ event: action, ...input })
  for (let attempt = 0; attempt < 3; attempt++) {
    const hand = (await findReportInHand(ctx.db, input.id, input.eventId, ctx.me.id)) ?? refuse('not-found')
    if (hand.replay) return replayed(ctx, hand.replay, input, hash)
    const matter = await takeUp(ctx, { action, event }, hand)
    const { patch, ...rest } = await plan(matter)
    const step = stepOf(ctx, event, input, hash, matter.actor)
    if (await write(ctx, matter, step, { patch: { state: matter.state, ...patch }, ...rest }))
      return (await findEvent(ctx.db, input.eventId).then(it => it && toMoved(it))) ?? refuse('bug')
  }
  return refuse('moved-meanwhile')
}

const takeUp = async (ctx: Ctx, { action, event }: Outcome, { report, joined }: ReportInHand): Promise<Matter> => {
  demand(reportPolicy, ctx.me, action, { ...report, joined })
  const state = next(reportMoves, report.state, event) ?? refuse('wrong-state')
  const ground = (await findGround(ctx.db, report.gridId, ctx.now)) ?? refuse('place-unknown')
  return {
    report,
    ground,
    state,
    situation: situationOf(ctx.now, report, ground),
    actor: actorName(ctx, report, ground),
  }
}

export const situationOf = (now: Date, report: ReportRow, ground: Ground): Matter['situation'] => ({
  now,
  resolveBy: report.resolveBy,
  terms: termsFor(ground.deadlines, report.urgency),
  calendar: calendarWith(ground.daysOff),
  superviseBy: supervisionOf(report),
})

/** The deadline of a supervision that the clock has still to look after. */
export const supervisionOf = (report: ReportRow): Date | null => (report.superviseMissed ? null : report.superviseBy)

const actorName = ({ me }: Ctx, report: ReportRow, ground: Ground): string => {
  const holder = ground.holders.find(it => it.personId === me.id)
  if (holder) return `${holder.title} ${holder.name}`
  return me.posts.some(post => post.unitId !== null && post.unitId === report.unitId) ? '联动单位' : '居民'
}

const stepOf = (ctx: Ctx, event: Mover, input: MoveInput, hash: string, actor: string): NewStep => ({
  id: input.eventId,
  event,
  actorId: ctx.me.id,
  actor,
  words: input.words ?? null,
  staffOnly: input.staffOnly ?? false,
  inputHash: hash,
  photoIds: input.photoIds ?? [],
  checkWords: actor === '居民' && input.words !== undefined,
})

/** False when the report was moved meanwhile, or when this very tap has just been written by its twin. */
const write = (ctx: Ctx, { report }: Matter, step: NewStep, { patch, news, extras, steps }: Plan) =>
  moveReport(ctx.db, report, patch, step, news, ctx.now, extras, steps).catch(refuseTaken(ctx, step.photoIds))

const replayed = (ctx: Ctx, event: EventRow, input: MoveInput, hash: string): Moved => {
  if (event.actorId !== ctx.me.id || event.reportId !== input.id) return refuse('not-found')
  if (event.inputHash !== hash) return refuse('id-reused')
  return toMoved(event)
}

const toMoved = ({ reportId, seq, state, level, dueAt, at }: EventRow): Moved => ({
  id: reportId,
  seq,
  state,
  level,
  dueAt: dueAt?.toISOString() ?? null,
  at: at.toISOString(),
})
