import { findGround } from '@huiyin/db/grids/queries.ts'
import { findComplaint, findPublication } from '@huiyin/db/reports/publication-queries.ts'
import { findReport } from '@huiyin/db/reports/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { ComplaintReason, PublicationMoved } from '@huiyin/shared/reports/publication.ts'
import type { Ctx } from '../core/context.ts'
import { inputHash } from '../core/secrets.ts'
import { findOwner, holdersAt } from '../grids/holders.ts'
import { tell } from './news.ts'
import { replayOf, stepPublication } from './publication.ts'

type Input = { id: string; eventId: string; reason: ComplaintReason }

/**
 * 举报: hides it at once and calls the township office. One person is heard once about one publication: when the office
 * has restored it, the same person cannot hide it again.
 */
export const complainPublished = async (ctx: Ctx, input: Input): Promise<PublicationMoved> => {
  const hash = inputHash({ complain: input })
  const replay = await replayOf(ctx, input.eventId, hash)
  if (replay) return replay
  const publication = await findPublication(ctx.db, input.id)
  if (!publication || publication.state === 'withdrawn') return refuse('not-found')
  if (await findComplaint(ctx.db, input.id, ctx.me.id)) return { id: input.id, state: publication.state }
  return stepPublication(ctx, publication, {
    event: 'complain',
    eventId: input.eventId,
    hash,
    actor: '居民',
    reason: input.reason,
    news: await newsOf(ctx, publication.reportId),
  })
}

const newsOf = async (ctx: Ctx, reportId: string) => {
  const { report } = (await findReport(ctx.db, reportId, ctx.me.id)) ?? refuse('bug')
  const ground = await findGround(ctx.db, report.gridId, ctx.now)
  const officers = ground ? holdersAt(ground, 'township').map(it => it.personId) : []
  const above = ground && officers.length === 0 ? findOwner(ground, 'township')?.owner.personId : undefined
  return tell([...officers, ...(above ? [above] : [])], 'publication-complained', report)
}
