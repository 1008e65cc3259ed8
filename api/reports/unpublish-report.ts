import { findLivePublication } from '@huiyin/db/reports/publication-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { PublicationMoved } from '@huiyin/shared/reports/publication.ts'
import type { Ctx } from '../core/context.ts'
import { inputHash } from '../core/secrets.ts'
import { demandReport, dutyOf, replayOf, stepPublication } from './publication.ts'

type Input = { id: string; eventId: string }

/** 撤下: nobody sees it any more; to show it again it is published anew. */
export const unpublishReport = (ctx: Ctx, input: Input) => judge(ctx, 'unpublish', input)

/** 恢复: what was complained of has been looked at and may be shown. */
export const restorePublication = (ctx: Ctx, input: Input) => judge(ctx, 'restore', input)

const judge = async (ctx: Ctx, event: 'unpublish' | 'restore', input: Input): Promise<PublicationMoved> => {
  const report = await demandReport(ctx, input.id, event)
  const hash = inputHash({ event, ...input })
  const replay = await replayOf(ctx, input.eventId, hash)
  if (replay) return replay
  const publication = (await findLivePublication(ctx.db, report.id)) ?? refuse('wrong-state')
  return stepPublication(ctx, publication, {
    event,
    eventId: input.eventId,
    hash,
    actor: await dutyOf(ctx, report.gridId),
  })
}
