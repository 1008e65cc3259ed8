import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { codeOf } from '@huiyin/db/core/errors.ts'
import { findGround } from '@huiyin/db/grids/queries.ts'
import {
  findPublicationEvent,
  movePublication,
  type PublicationEventRow,
  type PublicationRow,
} from '@huiyin/db/reports/publication-queries.ts'
import { findReport, type ReportRow } from '@huiyin/db/reports/queries.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { ComplaintReason, PublicationMoved } from '@huiyin/shared/reports/publication.ts'
import { type PublicationEvent, publicationMoves } from '@huiyin/shared/reports/publication-moves.ts'
import { type PublicationAction, publicationPolicy } from '@huiyin/shared/reports/publication-policy.ts'
import { type Ctx, demand } from '../core/context.ts'

/** The report that a publication is about, once the caller may do this with it. */
export const demandReport = async (ctx: Ctx, id: string, action: PublicationAction): Promise<ReportRow> => {
  const { report, joined } = (await findReport(ctx.db, id, ctx.me.id)) ?? refuse('not-found')
  demand(publicationPolicy, ctx.me, action, { ...report, joined })
  return report
}

/** Duty and name, as the events of a publication show them. */
export const dutyOf = async (ctx: Ctx, gridId: string): Promise<string> => {
  const ground = await findGround(ctx.db, gridId, ctx.now)
  const holder = ground?.holders.find(it => it.personId === ctx.me.id)
  return holder ? `${holder.title} ${holder.name}` : '工作人员'
}

/** What an event with this id, already written, means for the caller: the same answer, or a refusal; undefined when there is none. */
export const replayOf = async (ctx: Ctx, eventId: string, hash: string): Promise<PublicationMoved | undefined> => {
  const event = await findPublicationEvent(ctx.db, eventId)
  if (!event) return undefined
  if (event.actorId !== ctx.me.id) return refuse('not-found')
  return event.inputHash === hash ? toMoved(event) : refuse('id-reused')
}

const toMoved = ({ publicationId, state }: PublicationEventRow): PublicationMoved => ({ id: publicationId, state })

type Step = {
  event: PublicationEvent
  eventId: string
  hash: string
  actor: string
  reason?: ComplaintReason
  news?: NewAlert[]
}

/** One move of a publication, written only if it still stands where it was read. */
export const stepPublication = async (ctx: Ctx, publication: PublicationRow, step: Step): Promise<PublicationMoved> => {
  const { event, eventId, hash, actor, reason = null, news = [] } = step
  const state = next(publicationMoves, publication.state, event) ?? refuse('wrong-state')
  const row = {
    ...{ id: eventId, publicationId: publication.id, event, state, actorId: ctx.me.id, actor },
    ...{ reason, inputHash: hash, at: ctx.now },
  }
  const moved = await movePublication(ctx.db, publication, row, news).catch((error: unknown) => {
    if (codeOf(error) === '23505') return 'taken' as const
    throw error
  })
  if (moved === true) return { id: publication.id, state }
  return (
    (await replayOf(ctx, eventId, hash)) ?? (moved === 'taken' ? { id: publication.id, state } : refuse('wrong-state'))
  )
}
