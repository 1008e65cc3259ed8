import type { Ctx } from '@huiyin/api/core/context.ts'
import { findCard, type QueueRow } from '@huiyin/db/questions/queue-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { DisclosureCard, QueueItem } from '@huiyin/shared/questions/adviser-desk.ts'
import { isQuestionLate } from '@huiyin/shared/questions/question-clock.ts'
import { openOtherSide } from '../open-words.ts'

/** A line of the queue, with whether it is late. */
export const toItem = (ctx: Ctx, row: QueueRow): QueueItem => ({
  ...row,
  late: isQuestionLate('waiting', new Date(row.answerBy), ctx.now),
})

/** The card of the gate; refused while it is kept for another. */
export const cardOf = async (ctx: Ctx, id: string): Promise<DisclosureCard> => {
  const found = (await findCard(ctx.db, id, ctx.me.id)) ?? refuse('not-found')
  const { offeredTo, offeredUntil, ...row } = found
  const live = offeredUntil !== null && new Date(offeredUntil) > ctx.now
  if (live && offeredTo !== ctx.me.id) return refuse('already-claimed')
  return {
    ...toItem(ctx, row),
    ageBand: row.ageBand,
    hasDraft: row.hasDraft,
    otherSide: await openOtherSide(ctx, id),
    keptUntil: live ? offeredUntil : null,
  }
}
