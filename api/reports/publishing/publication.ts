import type { Ctx, House } from '@huiyin/api/core/context.ts'
import { inputHash } from '@huiyin/api/core/secrets.ts'
import { createMove, falseWhenTaken } from '@huiyin/api/matters/move.ts'
import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { findGround } from '@huiyin/db/grids/queries.ts'
import type { NewStep } from '@huiyin/db/matters/step-queries.ts'
import {
  type ConsentRow,
  findLivePublication,
  findOpenConsent,
  findPublicationEvent,
  movePublication,
  type PublicationRow,
} from '@huiyin/db/reports/publication-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import type { ComplaintReason } from '@huiyin/shared/matters/complaint.ts'
import type { PublicationMoved } from '@huiyin/shared/reports/publication.ts'
import {
  type PublicationEvent,
  type PublicationSubject,
  type Publicity,
  publicationLife,
} from '@huiyin/shared/reports/publication-life.ts'
import { takeUp as takeUpReport } from '../move-report.ts'

/** A matter with how it stands with publishing it; see `PublicationSubject`. */
export type PublicationInHand = {
  report: ReportRow
  consent: ConsentRow | undefined
  publication: PublicationRow | undefined
  it: PublicationSubject
  repeated: boolean
}

/** The publication that is not withdrawn, or `none`. */
export const takeUpPublication = async (ctx: Ctx, id: string, eventId?: string): Promise<PublicationInHand> => {
  const { report, it } = await takeUpReport(ctx, id)
  const [consent, publication, event] = await Promise.all([
    findOpenConsent(ctx.db, id),
    findLivePublication(ctx.db, id),
    eventId && findPublicationEvent(ctx.db, eventId),
  ])
  const subject: PublicationSubject = {
    ...it,
    state: publication?.state ?? 'none',
    matterState: report.state,
    consented: !!consent,
  }
  return { report, consent, publication, it: subject, repeated: !!event }
}

/** The duty in which somebody publishes; his name is found by his id alone. */
export const dutyOf = async (ctx: Ctx, gridId: string): Promise<string> => {
  const ground = await findGround(ctx.db, gridId, ctx.now)
  const holder = ground?.holders.find(it => it.personId === ctx.me.id)
  return holder?.title ?? actors.staff
}

/** What was answered to the tap that made this event; undefined when there is none. */
const findMade = async (ctx: Ctx, eventId: string) => {
  const event = await findPublicationEvent(ctx.db, eventId)
  if (!event) return undefined
  const moved: PublicationMoved = { id: event.publicationId, state: event.state }
  return { actorId: event.actorId, inputHash: event.inputHash, moved }
}

/** The same answer to the same tap, or a refusal; undefined when nothing stands under its number. */
export const replayOf = async (ctx: Ctx, eventId: string, hash: string): Promise<PublicationMoved | undefined> => {
  const made = await findMade(ctx, eventId)
  if (!made) return undefined
  if (made.actorId !== ctx.me.id) return refuse('not-found')
  return made.inputHash === hash ? made.moved : refuse('id-reused')
}

type Plan = { reason?: ComplaintReason; notices?: NewAlert[] }
type Standing = Exclude<Publicity, 'none'>

/** How a publication moves; `takeUp` finds it by its report. */
export const publicationKind = {
  life: publicationLife,
  takeUp: takeUpPublication,
  findMade,
  hashOf: (_: Ctx, input: object) => inputHash(input),
  begin: async (ctx: Ctx, { report }: PublicationInHand) => ({ report, actor: await dutyOf(ctx, report.gridId) }),
  write: async ({ db, now }: House, hand: PublicationInHand, to: Publicity, step: NewStep, plan: Plan) => {
    const { reason = null, notices = [] } = plan
    const { id, event, actor, inputHash } = step
    const row = { id, event: event as PublicationEvent, actorId: step.actorId ?? refuse('bug'), actor, inputHash }
    const publication = hand.publication ?? refuse('wrong-state')
    const standing = { publicationId: publication.id, state: to as Standing, reason, at: now }
    return movePublication(db, publication, { ...row, ...standing }, notices)
  },
  whenTaken: falseWhenTaken(['publication_events_pkey']),
  movedBy: (_: Ctx, { publication }: PublicationInHand, state: Publicity): PublicationMoved => ({
    id: publication?.id ?? '',
    state: state as Standing,
  }),
}

export const movePublicationOf = createMove(publicationKind)
