import type { Ctx } from '@huiyin/api/core/context.ts'
import { inputHash } from '@huiyin/api/core/secrets.ts'
import { findOwner, holdersAt } from '@huiyin/api/grids/holders.ts'
import { createMove } from '@huiyin/api/matters/move.ts'
import { codeOf } from '@huiyin/db/core/errors.ts'
import { findGround } from '@huiyin/db/grids/queries.ts'
import { findComplaint, findPublication } from '@huiyin/db/reports/publication-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import type { ComplaintReason } from '@huiyin/shared/matters/complaint.ts'
import type { PublicationMoved } from '@huiyin/shared/reports/publication.ts'
import { tell } from '../notices.ts'
import { type PublicationInHand, publicationKind, takeUpPublication } from './publication.ts'

type Input = { id: string; eventId: string; reason: ComplaintReason }

/** Here the public knows the publication alone, and whoever complains has no duty. */
const moveByPublication = createMove({
  ...publicationKind,
  takeUp: async (ctx: Ctx, id: string, eventId: string): Promise<PublicationInHand> => {
    const found = await findPublication(ctx.db, id)
    if (!found || found.state === 'withdrawn') return refuse('not-found')
    return takeUpPublication(ctx, found.reportId, eventId)
  },
  hashOf: (_: Ctx, { event: _event, ...input }: { event?: unknown }) => inputHash({ complain: input }),
  begin: (_: Ctx, { report }: PublicationInHand) => ({ report, actor: actors.resident }),
})

/**
 * 举报: hides it at once and calls the township office. One person is heard once about one publication: when the office
 * has restored it, the same person cannot hide it again.
 */
export const complainPublished = async (ctx: Ctx, input: Input): Promise<PublicationMoved> => {
  try {
    return await moveByPublication(ctx, 'complain', input, async ({ report }) => {
      if (await findComplaint(ctx.db, input.id, ctx.me.id)) return refuse('wrong-state')
      return { reason: input.reason, notices: await noticesOf(ctx, report) }
    })
  } catch (error) {
    return heardBefore(ctx, input.id, error)
  }
}

/** The second complaint of one person changes nothing and is no fault of hers. */
const heardBefore = async (ctx: Ctx, id: string, error: unknown): Promise<PublicationMoved> => {
  const again = codeOf(error) === '23505' || (error instanceof Refusal && error.code === 'wrong-state')
  const publication = again && (await findComplaint(ctx.db, id, ctx.me.id)) && (await findPublication(ctx.db, id))
  if (!publication) throw error
  return { id, state: publication.state }
}

const noticesOf = async (ctx: Ctx, report: ReportRow) => {
  const ground = await findGround(ctx.db, report.gridId, ctx.now)
  const officers = ground ? holdersAt(ground, 'township').map(it => it.personId) : []
  const above = ground && officers.length === 0 ? findOwner(ground, 'township')?.owner.personId : undefined
  return tell([...officers, ...(above ? [above] : [])], 'publication-complained', report)
}
